package org.acme.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.quarkiverse.flamingock.result.ChangeState;

/**
 * Group A, third part: the audit store is there, but has lost something, or refuses something.
 */
class StoreContentIT {

    static List<Store> stores() {
        return Matrix.stores();
    }

    /** A8: the last writes are lost, the lock was held then (A9). The marker remembers. */
    @ParameterizedTest(name = "A8 A9 {0}")
    @MethodSource("stores")
    void restoredFromABackup(Store store) throws InterruptedException {
        try (World world = new World(store)) {
            Child child = world.start("flamingock.failpoint=P3@harmless-13:stop").awaitStopped();
            ByHand byHand = world.place.byHand();
            byHand.save();
            assertThat(world.ended(child.goOn()).exit()).isIn(0, 1);
            world.run();
            List<Effect> effects = world.effects();
            byHand.putBack();
            world.forgetSeenEvents();
            new Aftermath(world, "harmless-13").mustBe(Expected.PROVEN_APPLIED);
            assertThat(world.effects()).isEqualTo(effects);
        }
    }

    /** A8: all is lost. What has no transaction would be applied twice, so that a person rebuilds the store. */
    @ParameterizedTest(name = "A8 lost {0}")
    @MethodSource("stores")
    void lostAltogether(Store store) throws InterruptedException {
        try (World world = new World(store, Variant.APART)) {
            world.mustStart();
            List<Effect> effects = world.effects();
            world.place.byHand().drop();
            world.forgetSeenEvents();
            String replaces = anotherStore(world, effects);
            for (int i = 0; i < 2; i++) {
                Child.Ended ended = world.mustFail(replaces);
                assertThat(ended.text()).contains("quarkus.flamingock.rebuild").contains("file-mi").contains("auto-ar");
                assertThat(world.effects()).isEqualTo(effects);
            }
            Child.Ended rebuilt = world.mustStart("quarkus.flamingock.rebuild=true", replaces);
            assertThat(rebuilt.text()).contains("auto-mi").contains("bare-ar");
            assertThat(world.effects()).as("rebuilding applies nothing").isEqualTo(effects);
            assertThat(world.events()).filteredOn(event -> event.changeId().equals("tx-mi"))
                    .extracting(Event::state, Event::resolvedBy)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple(ChangeState.EXECUTED, "MARKER"));
        }
    }

    /** H3: tokens begin again with a store that was made anew, so nothing is applied until a person says that it is the one. */
    private static String anotherStore(World world, List<Effect> effects) throws InterruptedException {
        String text = world.mustFail().text();
        assertThat(text).contains("Target system database is changed by applications that record in another audit store: ")
                .contains("or, if that audit store was dropped or replaced by this one, set"
                        + " quarkus.flamingock.replaces-audit-store=");
        assertThat(world.effects()).isEqualTo(effects);
        Matcher named = Pattern.compile("quarkus\\.flamingock\\.replaces-audit-store=[-0-9a-f]{36}").matcher(text);
        assertThat(named.find()).isTrue();
        return named.group();
    }

    /** A11: what is missing is said before anything is applied. */
    @ParameterizedTest(name = "A11 tables {0}")
    @MethodSource("stores")
    void tablesAreMissing(Store store) throws InterruptedException {
        try (World world = new World(store)) {
            Child.Ended ended = world.mustFail("quarkus.flamingock.auto-create=false");
            assertThat(ended.text()).contains(world.place.creates()).contains("flamingock_audit").contains("flamingock_lock");
            assertThat(world.effects()).isEmpty();
            world.mustStart();
            assertThat(world.mustStart("quarkus.flamingock.auto-create=false").text()).contains("nothing pending");
        }
    }

    /** A11: the database's own message is shown. */
    @ParameterizedTest(name = "A11 read-only {0}")
    @MethodSource("stores")
    void readOnly(Store store) throws InterruptedException {
        try (World world = new World(store, Variant.APART)) {
            world.mustDieAt("P3@harmless-01");
            List<Event> events = world.events();
            Child.Ended ended = world.storeReadOnly().mustFail();
            assertThat(ended.text()).containsIgnoringCase(world.place.refusesWrites()).contains("udit store");
            assertThat(world.effects()).isEmpty();
            assertThat(world.direct().events()).isEqualTo(events);
            world.mustStart();
            Aftermath.mustBeQuiet(world);
        }
    }

    static Stream<Case<String>> errors() {
        return Matrix.cases(List.of("A12 huge-error", "I9 secret"), row -> row, row -> List.of(Kind.TX, Kind.FILE));
    }

    /** A12: texts that no column holds are cut; and secrets are left out. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("errors")
    void errorsThatCannotBeStoredAsTheyAre(Case<String> one) throws InterruptedException {
        String change = one.change();
        try (World world = new World(one.store())) {
            Child.Ended ended = world.mustFail("faults." + change + "=" + one.row().substring(one.row().indexOf(' ') + 1));
            assertThat(ended.text()).contains("A change failed").contains(change);
            List<Event> failures = world.events().stream().filter(event -> event.is(change, ChangeState.EXECUTION_FAILED))
                    .toList();
            assertThat(failures).hasSize(1);
            assertThat(failures.get(0).error()).contains("IllegalStateException").hasSizeLessThanOrEqualTo(4000);
            Invariants.check(world);
            world.mustStart();
            Aftermath.mustBeQuiet(world);
        }
    }
}
