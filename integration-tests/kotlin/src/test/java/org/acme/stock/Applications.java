package org.acme.stock;

import org.acme.mistakes._1__Suspended;

import io.quarkus.test.QuarkusUnitTest;

/** Applications in Kotlin with a database in memory. */
public final class Applications {

    private Applications() {
    }

    static QuarkusUnitTest stock(String database) {
        return of(Catalog.class.getPackage(), database).overrideRuntimeConfigKey("stock.count", "2")
                .overrideRuntimeConfigKey("stock.pack", "4");
    }

    static QuarkusUnitTest mistakes() {
        return of(_1__Suspended.class.getPackage(), "mistakes");
    }

    private static QuarkusUnitTest of(Package content, String database) {
        return new QuarkusUnitTest()
                .withApplicationRoot(jar -> jar.addPackage(content).addClasses(Applications.class, Checksums.class))
                .overrideConfigKey("quarkus.devservices.enabled", "false")
                .overrideConfigKey("quarkus.datasource.db-kind", "h2")
                .overrideConfigKey("quarkus.datasource.jdbc.url", "jdbc:h2:mem:" + database + ";DB_CLOSE_DELAY=-1");
    }
}
