package io.quarkiverse.flamingock.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;

import org.jboss.jandex.Index;
import org.jboss.jandex.IndexView;

import io.quarkiverse.flamingock.deployment.scan.ClassFiles;

/** Classes of tests, as the build sees those of an application. */
public final class Indexes {

    private Indexes() {
    }

    public static IndexView of(Class<?>... classes) {
        try {
            return Index.of(classes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static ClassFiles classFiles(IndexView index) {
        return new ClassFiles(index, Indexes.class.getClassLoader());
    }
}
