package io.quarkiverse.flamingock.runtime.devmode;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.ConfigProvider;

import io.quarkus.vertx.http.runtime.devmode.VertxHttpHotReplacementSetup;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;

/**
 * Answers requests to an application whose changes were not applied with the page that Quarkus shows where a start fails. The
 * Dev UI and what else belongs to Quarkus itself is reachable.
 */
@Singleton
public class ProblemPage {

    /** Before all that may need what the changes make. */
    private static final int FIRST = 10_000;

    private final StartProblem problem;
    private final String quarkus;

    ProblemPage(StartProblem problem) {
        this.problem = problem;
        String root = setting("quarkus.http.root-path", "/");
        String within = setting("quarkus.http.non-application-root-path", "q");
        this.quarkus = within.startsWith("/") ? within : root + (root.endsWith("/") ? "" : "/") + within;
    }

    private static String setting(String name, String otherwise) {
        return ConfigProvider.getConfig().getOptionalValue(name, String.class).orElse(otherwise);
    }

    void register(@Observes Filters filters) {
        filters.register(this::answer, FIRST);
    }

    private void answer(RoutingContext request) {
        if (problem.get() == null || isQuarkus(request.request().path())) {
            request.next();
        } else {
            VertxHttpHotReplacementSetup.handleDeploymentProblem(request, problem.get());
        }
    }

    private boolean isQuarkus(String path) {
        return path.startsWith(quarkus.endsWith("/") ? quarkus : quarkus + "/");
    }
}
