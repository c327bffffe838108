package org.acme.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Row T6: SIGTERM while the fence of a target system is waited for, which a transaction of a dead holder still has.
 */
class ImpatientIT {

    /** Who has released a lock that was taken over, before anybody waited for what the dead one had sent. */
    private static final String NOBODY = "unknown";
    private static final Map<String, String[]> OPERATIONS = Map.of(
            "apply", new String[0],
            "rebuild", new String[] { "quarkus.flamingock.rebuild=true" },
            "fix", new String[] { "quarkus.flamingock.fix.change-id=%s", "quarkus.flamingock.fix.resolution=ROLLED_BACK" });

    static Stream<Case<String>> cases() {
        return Matrix.cases(List.of("T6"), row -> row, row -> List.of(Kind.TX));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void whileWaitingForAFence(Case<String> one) throws InterruptedException {
        try (World world = new World(one.store()); TcpProxy proxy = new TcpProxy(world.url())) {
            Child child = world.targetThrough(proxy).start("flamingock.failpoint=P4@" + one.change() + ":stop").awaitStopped();
            proxy.become(TcpProxy.Mode.BLACK_HOLE);
            child.kill().awaitKilled();
            world.direct();
            List<Event> before = world.events();
            String owner = world.place.byHand().owner("database");
            for (Map.Entry<String, String[]> operation : OPERATIONS.entrySet()) {
                Child waiter = world.start(Stream.concat(Stream.of("quarkus.flamingock.lock.takeover-grace=1H"),
                        Stream.of(operation.getValue()).map(option -> option.formatted(one.change()))).toArray(String[]::new));
                awaitOtherOwner(world, owner);
                Child.Ended ended = world.ended(waiter.terminate());
                assertThat(ended.exit()).as("ended by a signal or with an error:%n%s", ended.text()).isNotZero();
                assertThat(ended.text()).as(operation.getKey())
                        .contains("Target system database was not taken over: the process"
                                + " was asked to end while ");
                assertThat(world.events()).as("nothing was recorded by %s", operation.getKey()).isEqualTo(before);
                assertThat(world.place.byHand().owner("database")).as("who still holds the lock:%n%s", ended.text())
                        .isIn(null, NOBODY);
                owner = null;
            }
            new Aftermath(world, one.change()).mustBe(Expected.PROVEN_NOT_APPLIED);
        }
    }

    /** Somebody else than the dead one holds the lock, and goes on to the fence. */
    private static void awaitOtherOwner(World world, String dead) throws InterruptedException {
        for (int i = 0; i < 600; i++) {
            String owner = world.place.byHand().owner("database");
            if (owner != null && !owner.equals(dead) && !owner.equals(NOBODY)) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new AssertionError("never taken over");
    }
}
