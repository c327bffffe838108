package io.quarkiverse.flamingock.test;

import java.util.function.Consumer;

import org.jboss.shrinkwrap.api.spec.JavaArchive;

import io.quarkus.test.QuarkusUnitTest;

/** The common part of the applications under test. */
public final class Apps {

    private Apps() {
    }

    /** One that is built and started, but applies nothing: what is looked at is the pipeline. */
    public static QuarkusUnitTest of(Consumer<JavaArchive> content) {
        return new QuarkusUnitTest()
                .withApplicationRoot(jar -> content.accept(jar.addClass(Apps.class)))
                .overrideConfigKey("quarkus.devservices.enabled", "false")
                .overrideConfigKey("quarkus.http.host-enabled", "false")
                .overrideConfigKey("quarkus.flamingock.active", "false");
    }

    /** The same with one datasource, a database in memory. */
    public static QuarkusUnitTest withDatabase(Class<?>... classes) {
        return of(jar -> jar.addClasses(classes))
                .overrideConfigKey("quarkus.datasource.db-kind", "h2")
                .overrideConfigKey("quarkus.datasource.jdbc.url", "jdbc:h2:mem:pipeline");
    }
}
