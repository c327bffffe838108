package org.acme.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;

import org.acme.catalog.Shop.Audit;
import org.acme.catalog.Shop.Instance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * As {@code kill -9} and SIGSTOP where it matters: a transactional change is applied exactly once, and nobody has to help.
 */
class KilledShopIT {

    @ParameterizedTest
    @CsvSource({
            "MONGODB,LOCK_HELD@null,false", "MONGODB,STARTED_RECORDED@add-products,false",
            "MONGODB,MIDDLE@add-products,false", "MONGODB,WORK_DONE@add-products,false",
            "MONGODB,TARGET_COMMITTED@add-products,true", "MONGODB,EXECUTED_RECORDED@add-products,false",
            "POSTGRESQL,MIDDLE@add-products,false", "POSTGRESQL,WORK_DONE@add-products,false",
            "POSTGRESQL,TARGET_COMMITTED@add-products,true"
    })
    void aTransactionalChangeIsAppliedOnce(Audit audit, String place, boolean provenApplied) throws Exception {
        try (Shop shop = new Shop(audit)) {
            Instance killed = shop.start("-Dcatalog.failpoint=" + place + ":halt");
            assertThat(killed.exit()).as(killed::text).isEqualTo(137);

            Instance next = shop.start();
            assertThat(next.exit()).as(next::text).isZero();
            assertThat(shop.products()).containsExactly("pencil", "paper", "ruler");
            assertThat(shop.prices()).containsExactly("pencil", "paper");
            assertThat(shop.trail().contains("add-products EXECUTED by MARKER")).as("%s", shop.trail())
                    .isEqualTo(provenApplied);
            assertThat(shop.trail()).filteredOn(event -> event.startsWith("add-products EXECUTED")).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aChangeWithoutTransactionWaitsForAPerson(Audit audit) throws Exception {
        try (Shop shop = new Shop(audit)) {
            assertThat(shop.start("-Dcatalog.failpoint=WORK_DONE@create-collections:halt").exit()).isEqualTo(137);
            Instance next = shop.start();
            assertThat(next.exit()).as(next::text).isEqualTo(1);
            assertThat(next.text()).contains("create-collections", "STARTED", "quarkus.flamingock.fix.change-id");
            assertThat(shop.products()).isEmpty();

            Instance told = shop.start("-Dquarkus.flamingock.fix.change-id=create-collections",
                    "-Dquarkus.flamingock.fix.resolution=EXECUTED");
            assertThat(told.exit()).as(told::text).isZero();
            assertThat(told.text()).contains("is recorded as MANUAL_MARKED_AS_EXECUTED now", "it ends before the application")
                    .doesNotContain("Failed to start", "CATALOG READY");
            assertThat(shop.products()).isEmpty();

            Instance last = shop.start();
            assertThat(last.exit()).as(last::text).isZero();
            assertThat(shop.products()).containsExactly("pencil", "paper", "ruler");
        }
    }

    @ParameterizedTest
    @EnumSource
    void anOwnerThatSleptPastItsLeaseChangesNothing(Audit audit) throws Exception {
        try (Shop shop = new Shop(audit)) {
            Instance old = shop.start("-Dcatalog.failpoint=WORK_DONE@add-products:stop").awaitStopped();
            // longer than the lease
            TimeUnit.SECONDS.sleep(3);
            Instance next = shop.start();
            assertThat(next.exit()).as(next::text).isZero();
            assertThat(next.text()).contains("The server was asked to end the session of the holder before (token 1).",
                    "The transaction that held its fence has ended; what it had not committed is undone");

            old.goOn();
            assertThat(old.exit()).as(old::text).isEqualTo(1);
            assertThat(shop.products()).containsExactly("pencil", "paper", "ruler");
            assertThat(shop.trail()).filteredOn(event -> event.startsWith("add-products EXECUTED")).hasSize(1);
        }
    }
}
