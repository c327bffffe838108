package org.acme.loyalty;

import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;

/**
 * A command that ends as soon as it has started, because all that is tested happens before.
 */
@QuarkusMain
public class LoyaltyApplication implements QuarkusApplication {

    @Override
    public int run(String... arguments) {
        System.out.println("LOYALTY READY");
        return 0;
    }
}
