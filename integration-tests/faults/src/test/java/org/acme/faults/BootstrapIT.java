package org.acme.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Row K17: the process is killed while it creates its own tables, which are six. What is there is completed by the next start.
 */
class BootstrapIT {

    private static final int TABLES = 7;

    static Stream<Arguments> cases() {
        // a proxy must be able to read the statements
        return Matrix.stores().stream().filter(store -> store.sendsText)
                .flatMap(store -> IntStream.rangeClosed(1, TABLES)
                        .filter(table -> Matrix.everything() || table == 1 || table == TABLES)
                        .mapToObj(table -> Arguments.of(table, store)));
    }

    @ParameterizedTest(name = "K17 table {0} {1}", allowZeroInvocations = true)
    @MethodSource("cases")
    void killedWhileCreatingTables(int table, Store store) throws InterruptedException {
        try (World world = new World(store); TcpProxy proxy = new TcpProxy(world.url())) {
            Trap trap = proxy.set(new Trap(world.place.asSent(Place.Sent.CREATE), table, Trap.Effect.LOSE_ANSWER));
            Child child = world.targetThrough(proxy).start();
            trap.await();
            child.kill().awaitKilled();
            assertThat(world.effects()).isEmpty();
            world.mustStart();
            Aftermath.mustBeQuiet(world);
        }
    }
}
