package org.acme.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Rows L6 to L9 and L14: what else can happen to a lock.
 */
class LockIT {

    static Stream<Case<String>> pool() {
        return Matrix.cases(List.of("L6"), row -> row, row -> List.of(Kind.TX));
    }

    /** The change holds the only connection for longer than the lease, so that nobody renews it. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("pool")
    void poolOfOne(Case<String> one) throws InterruptedException {
        try (World world = new World(one.store())) {
            Child owner = world.start(world.place.options(Place.Setting.POOL_OF_ONE).get(0),
                    "faults." + one.change() + "=sleep:8000", "flamingock.failpoint=P3@" + one.change() + ":delay=1")
                    .awaitLine("FAILPOINT");
            Child taker = world.start();
            Child.Ended first = world.ended(owner);
            Child.Ended second = world.ended(taker);
            assertThat(second.exit()).as("the one that took over:%n%s", second.text()).isZero();
            if (one.store() == Store.MONGODB) {
                assertThat(first.exit()).as("an open transaction needs no connection:%n%s", first.text()).isZero();
            } else {
                assertThat(first.text()).as("the owner was warned").contains("room for a single connection");
            }
            Invariants.check(world);
            Aftermath.mustBeQuiet(world);
        }
    }

    static Stream<Case<String>> rows() {
        return Matrix.cases(List.of("L7 deleted", "L7 truncated"), row -> row, row -> List.of(Kind.TX, Kind.AUTO));
    }

    /** Tokens go on from what was seen, never from 1. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void rowOfTheLockIsDeleted(Case<String> one) throws InterruptedException {
        try (World world = new World(one.store())) {
            // two owners before, so that tokens are past 1
            world.mustDieAt("P3@harmless-01");
            Child owner = world.start("flamingock.failpoint=P4@" + one.change() + ":stop").awaitStopped();
            if (one.row().endsWith("deleted")) {
                world.place.byHand().deleteLocks();
            } else {
                world.place.byHand().truncateLocks();
            }
            Child.Ended late = world.ended(owner.goOn());
            assertThat(late.exit()).as("without its row the lock is lost:%n%s", late.text()).isEqualTo(1);
            assertThat(late.text()).contains("lock");
            Expected expected = new Interruption("L7", "P4", "", Expected.PROVEN_APPLIED, Expected.PROVEN_APPLIED,
                    Expected.ISSUE, Expected.ISSUE)
                    .expected(one.kind().on(one.store()), one.strategy());
            new Aftermath(world, one.change()).mustBe(expected);
        }
    }

    static Stream<Case<String>> releases() {
        return Matrix.cases(List.of("L8"), row -> row, row -> List.of(Kind.TX));
    }

    /** An old owner that comes back and ends does not free what another holds by now. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("releases")
    void lateRelease(Case<String> one) throws InterruptedException {
        try (World world = new World(one.store())) {
            ByHand lock = world.place.byHand();
            Child old = world.start("faults." + one.change() + "=throw",
                    "flamingock.failpoint=R2@" + one.change() + ":stop").awaitStopped();
            Child owner = world.start("flamingock.failpoint=P4@harmless-13:stop").awaitStopped();
            String before = lock.owner("database");
            assertThat(world.ended(old.goOn()).exit()).isEqualTo(1);
            assertThat(lock.owner("database")).as("the owner of the lock").isNotNull().isEqualTo(before);
            // The owner itself stood still for longer than its lease, but nobody took over.
            Child.Ended end = world.ended(owner.goOn());
            if (end.exit() != 0) {
                assertThat(end.text()).contains("lease");
                world.mustStart();
            }
            Aftermath.mustBeQuiet(world);
        }
    }

    /** L9: every statement outside a transaction, and every transaction, has another connection; plans are not kept. */
    @ParameterizedTest(name = "L9 {0}")
    @MethodSource("stores")
    void noStateOfSessions(Store store) throws InterruptedException {
        try (World world = new World(store)) {
            String noPool = world.place.options(Place.Setting.NO_POOL).get(0);
            world.mustDieAt("P4@tx-mi", noPool);
            world.mustStart(noPool);
            Aftermath.mustBeQuiet(world);
        }
    }

    /** L14: two services with the same changes share audit store and target system at the same time. */
    @ParameterizedTest(name = "L14 {0}")
    @MethodSource("stores")
    void twoServices(Store store) throws InterruptedException {
        try (World world = new World(store)) {
            Child other = world.start("quarkus.flamingock.service=other", "quarkus.flamingock.new-history=true");
            Child.Ended first = world.mustStart("quarkus.flamingock.service=one", "quarkus.flamingock.new-history=true");
            Child.Ended second = world.ended(other);
            assertThat(second.exit()).as("the other service:%n%s", second.text()).isZero();
            assertThat(first.text()).contains("Applied change bare-ar");
            assertThat(second.text()).contains("Applied change bare-ar");
            assertThat(world.effects()).filteredOn(effect -> effect.isDone("tx-mi")).hasSize(2);
            assertThat(world.place.byHand().services()).isEqualTo(2);
            assertThat(world.mustStart("quarkus.flamingock.service=one").text()).contains("nothing pending");
            assertThat(world.mustStart("quarkus.flamingock.service=other").text()).contains("nothing pending");
        }
    }

    /** H1: another name of the service, or another prefix, is configured later; H2: by default it is the application's. */
    @ParameterizedTest(name = "H1, H2 {0}")
    @MethodSource("stores")
    void aHistoryUnderAnotherName(Store store) throws InterruptedException {
        try (World world = new World(store)) {
            world.mustStart();
            List<Effect> effects = world.effects();
            for (String setting : List.of("service=renamed", "table-prefix=other_")) {
                assertThat(world.mustFail("quarkus.flamingock." + setting).text())
                        .contains("with the same checksums, in ").contains("of service 'quarkus-flamingock-faults': ")
                        .contains("They would be applied a second time; nothing was applied.")
                        .contains("set quarkus.flamingock.service=quarkus-flamingock-faults and"
                                + " quarkus.flamingock.table-prefix=flamingock_");
                assertThat(world.effects()).isEqualTo(effects);
            }
            assertThat(world.mustStart().text()).contains("nothing pending");
        }
    }

    static List<Store> stores() {
        return Matrix.stores();
    }
}
