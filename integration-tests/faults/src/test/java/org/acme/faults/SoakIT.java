package org.acme.faults;

import java.security.SecureRandom;
import java.util.stream.LongStream;

import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Row L15: ten instances, 200 changes of all kinds, and faults at random. {@code -Dsoak.seed=…} makes the same decisions once
 * more, {@code -Dsoak.seeds=100} many others.
 */
@ResourceLock("many processes")
class SoakIT {

    static LongStream seeds() {
        String seed = System.getProperty("soak.seed", "");
        if (!seed.isBlank()) {
            return LongStream.of(Long.parseLong(seed));
        }
        String seeds = System.getProperty("soak.seeds", "");
        return new SecureRandom().longs(seeds.isBlank() ? 1 : Long.parseLong(seeds), 0, 1_000_000_000);
    }

    @ParameterizedTest(name = "L15 seed {0}")
    @MethodSource("seeds")
    void comesToAnEnd(long seed) throws InterruptedException {
        System.out.println("L15: the seed is " + seed + "; the same again: -Dit.test=SoakIT -Dsoak.seed=" + seed);
        try (World world = new World(Store.POSTGRESQL, Variant.TWO_HUNDRED); TcpProxy proxy = new TcpProxy(world.url())) {
            Chaos chaos = new Chaos(world, proxy, seed);
            chaos.rage();
            chaos.calm();
            System.out.println("L15: seed " + seed + " ended well; " + chaos.account());
        }
    }
}
