package io.quarkiverse.flamingock.test.members;

import java.util.List;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkiverse.flamingock.Apply;

/** Its members can't be seen from the package of a change. */
public abstract class Inherited {

    @Inject
    private List<String> said;

    @ConfigProperty(name = "members.limit")
    protected int limit;

    private String initialized;

    @Inject
    private void initialize(@ConfigProperty(name = "members.topic") String topic) {
        initialized = topic;
    }

    @Apply
    public void apply() {
        said.add(text() + " " + limit + " " + initialized);
    }

    protected abstract String text();
}
