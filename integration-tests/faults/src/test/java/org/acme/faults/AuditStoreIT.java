package org.acme.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.quarkiverse.flamingock.result.ChangeState;

/**
 * Group A, first part: the audit store can't be reached before anything was applied. Nothing is, then.
 */
class AuditStoreIT {

    static Stream<Arguments> cuts() {
        return Matrix.stores().stream().flatMap(store -> Stream.of(TcpProxy.Mode.REFUSE, TcpProxy.Mode.BLACK_HOLE)
                .map(mode -> Arguments.of(mode, store)));
    }

    @ParameterizedTest(name = "A1 {0} {1}")
    @MethodSource("cuts")
    void beforeThePlan(TcpProxy.Mode mode, Store store) throws InterruptedException {
        try (World world = new World(store, Variant.APART); TcpProxy proxy = new TcpProxy(world.url()).become(mode)) {
            world.storeThrough(proxy);
            Child.Ended ended = world.mustFail();
            assertThat(ended.text()).contains(world.place.store()).contains("audit store");
            assertThat(world.effects()).isEmpty();
            Child.Ended goesOn = world.mustStart("quarkus.flamingock.fail-on-audit-unavailable=false");
            assertThat(goesOn.text()).contains("STARTED");
            assertThat(world.effects()).as("a start without the audit store applies nothing").isEmpty();
            proxy.become(TcpProxy.Mode.PASS);
            world.mustStart();
            Aftermath.mustBeQuiet(world);
        }
    }

    static Stream<Arguments> phases() {
        return Matrix.stores().stream().flatMap(store -> Stream.of("A2 P1", "A3 P2")
                .flatMap(phase -> Arrays.stream(new TcpProxy.Mode[] { TcpProxy.Mode.REFUSE, TcpProxy.Mode.BLACK_HOLE })
                        .filter(mode -> Matrix.everything() || (mode == TcpProxy.Mode.REFUSE) == phase.endsWith("2"))
                        .map(mode -> Arguments.of(phase, mode, store))));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("phases")
    void beforeAnythingIsApplied(String row, TcpProxy.Mode mode, Store store) throws InterruptedException {
        try (World world = new World(store, Variant.APART); TcpProxy proxy = new TcpProxy(world.url())) {
            Child child = world.storeThrough(proxy)
                    .start("flamingock.failpoint=" + row.substring(row.indexOf(' ') + 1) + ":stop").awaitStopped();
            proxy.become(mode);
            Child.Ended ended = world.ended(child.goOn());
            assertThat(ended.exit()).as("exit code:%n%s", ended.text()).isEqualTo(1);
            assertThat(ended.text()).contains("udit store");
            assertThat(world.effects()).as("the target system was not touched").isEmpty();
            proxy.become(TcpProxy.Mode.PASS);
            world.mustStart();
            Aftermath.mustBeQuiet(world);
        }
    }

    static Stream<Arguments> answers() {
        return Matrix.stores().stream().filter(store -> store.sendsText)
                .flatMap(store -> Stream.of("A2", "A3").map(row -> Arguments.of(row, store)));
    }

    /** What was written is found again, and the run goes on with it. */
    @ParameterizedTest(name = "{0}, answer lost {1}", allowZeroInvocations = true)
    @MethodSource("answers")
    void answerIsLost(String row, Store store) throws InterruptedException {
        try (World world = new World(store, Variant.APART); TcpProxy proxy = new TcpProxy(world.url())) {
            // the tables and the rows of the locks are there, so that the first write is the one that matters
            world.mustDieAt("P2");
            boolean lock = row.equals("A2");
            Child child = world.storeThrough(proxy).start("flamingock.failpoint=" + (lock ? "P1" : "P2") + ":stop",
                    // longer than any machine takes to connect again
                    "quarkus.flamingock.lock.lease=15S").awaitStopped();
            Place.Sent sent = lock ? Place.Sent.TAKE_LOCK : Place.Sent.RECORD;
            Trap trap = proxy.set(new Trap(world.place.asSent(sent), 1, Trap.Effect.CUT_AT_ANSWER));
            child.goOn();
            trap.await();
            Child.Ended ended = world.ended(child);
            assertThat(ended.exit()).as("exit code:%n%s", ended.text()).isZero();
            assertThat(world.events()).filteredOn(event -> event.state() == ChangeState.STARTED).extracting(Event::changeId)
                    .as("each change is started once").doesNotHaveDuplicates();
            Aftermath.mustBeQuiet(world);
        }
    }

    /** A8, A9 and rows about rights are in {@link StoreContentIT}. */
    static List<Store> stores() {
        return Matrix.stores();
    }

    /** A7: the lock can't be released, and runs out by itself. */
    @ParameterizedTest(name = "A7 {0}")
    @MethodSource("stores")
    void whenTheLockIsReleased(Store store) throws InterruptedException {
        try (World world = new World(store, Variant.APART); TcpProxy proxy = new TcpProxy(world.url())) {
            Child child = world.storeThrough(proxy).start("flamingock.failpoint=P8@harmless-13:stop").awaitStopped();
            proxy.become(TcpProxy.Mode.REFUSE);
            Child.Ended ended = world.ended(child.goOn());
            assertThat(ended.exit()).as("the run has succeeded:%n%s", ended.text()).isZero();
            assertThat(ended.text()).contains("could not be released");
            proxy.become(TcpProxy.Mode.PASS);
            Aftermath.mustBeQuiet(world);
        }
    }

    /** A10: the plan was made from what was true once; another instance has done everything since. */
    @ParameterizedTest(name = "A10 {0}")
    @MethodSource("stores")
    void planIsStale(Store store) throws InterruptedException {
        try (World world = new World(store)) {
            Child stale = world.start("flamingock.failpoint=P1:stop").awaitStopped();
            world.mustStart();
            int events = world.events().size();
            Child.Ended ended = world.ended(stale.goOn());
            assertThat(ended.exit()).as("exit code:%n%s", ended.text()).isZero();
            assertThat(world.events()).as("nothing is started a second time").hasSize(events);
            Aftermath.mustBeQuiet(world);
        }
    }
}
