package org.acme.catalog;

import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;

/**
 * A command that ends as soon as it has started, because all that is tested happens before.
 */
@QuarkusMain
public class CatalogApplication implements QuarkusApplication {

    @Override
    public int run(String... arguments) {
        System.out.println("CATALOG READY");
        return 0;
    }
}
