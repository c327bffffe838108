package org.acme.faults;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One of the applications that the build has made of the same sources.
 */
enum Variant {

    /** Audit store and target system are one datasource. */
    TOGETHER("quarkus-app"),
    /** They are two, so that one can be cut off. */
    APART("apart"),
    /** The next version: one change more, one edited, one removed. */
    NEWER("newer"),
    /** With changes over several systems. */
    SEVERAL("several"),
    /** With 100 changes. */
    HUNDRED("hundred"),
    /** With four databases, files and a broker. */
    HOSTILE("hostile"),
    /** With 200 changes. */
    TWO_HUNDRED("two-hundred");

    private final String folder;

    Variant(String folder) {
        this.folder = folder;
    }

    /** The folder of what was built for a kind of database. */
    Path application(Store store) {
        Path target = Path.of(System.getProperty("faults.build", "target"));
        String name = store == Store.POSTGRESQL ? folder : store.build + "-" + folder;
        Path application = target.resolve(name).toAbsolutePath();
        if (!Files.exists(application)) {
            throw new IllegalStateException(application + " was not built; run the tests with mvn verify");
        }
        return application;
    }
}
