package org.acme.stock;

import java.util.Map;
import java.util.TreeMap;

import io.quarkiverse.flamingock.Flamingock;
import io.quarkiverse.flamingock.result.HistoryQuery;

/** The checksums of an application's changes, and those of the first application that was built in this JVM. */
public final class Checksums {

    private static final String FIRST = "org.acme.checksums";

    private Checksums() {
    }

    static Map<String, String> of(Flamingock flamingock) {
        Map<String, String> checksums = new TreeMap<>();
        flamingock.history(HistoryQuery.newest(100))
                .forEach(event -> checksums.put(event.changeId(), event.change().checksum()));
        return checksums;
    }

    /** As text, and among the properties of the system: each application has this class in a class loader of its own. */
    static String ofFirstBuild(Flamingock flamingock) {
        return (String) System.getProperties().computeIfAbsent(FIRST, key -> of(flamingock).toString());
    }
}
