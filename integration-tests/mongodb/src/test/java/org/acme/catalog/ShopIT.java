package org.acme.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.acme.catalog.Shop.Audit;
import org.acme.catalog.Shop.Instance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The application with MongoDB and PostgreSQL as target systems, recorded in the one or in the other.
 */
class ShopIT {

    private static final List<String> ALL = List.of("create-collections STARTED", "create-collections EXECUTED",
            "add-products STARTED", "add-products EXECUTED", "add-prices STARTED", "add-prices EXECUTED",
            "create-orders STARTED", "create-orders EXECUTED", "add-rulers STARTED", "add-rulers EXECUTED");

    @ParameterizedTest
    @EnumSource
    void appliesEverythingOnce(Audit audit) throws Exception {
        try (Shop shop = new Shop(audit)) {
            Instance first = shop.start();
            assertThat(first.exit()).as(first::text).isZero();
            Instance second = shop.start();
            assertThat(second.exit()).as(second::text).isZero();
            assertThat(second.text()).contains("nothing pending, 5 changes are up to date");
            assertComplete(shop);
            assertThat(shop.trail()).isEqualTo(ALL);
        }
    }

    @ParameterizedTest
    @EnumSource
    void manyAtOnceApplyEverythingOnce(Audit audit) throws Exception {
        try (Shop shop = new Shop(audit)) {
            List<Instance> instances = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                instances.add(shop.start());
            }
            for (Instance instance : instances) {
                assertThat(instance.exit()).as(instance::text).isZero();
            }
            assertComplete(shop);
            assertThat(shop.trail()).isEqualTo(ALL);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFailureInTheMiddleLeavesNothing(Audit audit) throws Exception {
        try (Shop shop = new Shop(audit)) {
            Instance failing = shop.start("-Dcatalog.failpoint=MIDDLE@add-prices:throw");
            assertThat(failing.exit()).as(failing::text).isEqualTo(1);
            assertThat(failing.text()).contains("Change 'add-prices' is in state ROLLED_BACK on target system 'catalog'",
                    "planted in the middle of add-prices");
            assertThat(shop.products()).containsExactly("pencil", "paper");
            assertThat(shop.prices()).isEmpty();

            assertThat(shop.start().exit()).isZero();
            assertComplete(shop);
        }
    }

    private static void assertComplete(Shop shop) throws Exception {
        assertThat(shop.products()).containsExactly("pencil", "paper", "ruler");
        assertThat(shop.prices()).containsExactly("pencil", "paper");
        assertThat(shop.orders()).containsExactly("pencil");
    }
}
