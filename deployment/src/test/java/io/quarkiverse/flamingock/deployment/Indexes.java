package io.quarkiverse.flamingock.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;

import org.jboss.jandex.Index;
import org.jboss.jandex.IndexView;

import io.quarkiverse.flamingock.deployment.outside.Datasources;
import io.quarkiverse.flamingock.deployment.outside.OutsideAnalysis;
import io.quarkiverse.flamingock.deployment.scan.ClassFiles;
import io.quarkiverse.flamingock.deployment.targets.ParameterSources;

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

    /** Of an application without configuration, where CDI knows no bean. */
    public static OutsideAnalysis outside(IndexView index, ParameterSources sources) {
        return new OutsideAnalysis(index, classFiles(index), sources, new Datasources(name -> false, unit -> unit),
                (type, annotations) -> null);
    }
}
