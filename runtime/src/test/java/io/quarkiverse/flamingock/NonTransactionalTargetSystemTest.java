package io.quarkiverse.flamingock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.spi.ChangeTarget;
import io.quarkiverse.flamingock.spi.Outcome;
import io.quarkiverse.flamingock.spi.Supply;
import io.quarkiverse.flamingock.test.contract.NonTransactionalTargetSystemContract;

/**
 * The target system without transactions under the contract. What it changes is a queue that was added to it.
 */
class NonTransactionalTargetSystemTest extends NonTransactionalTargetSystemContract {

    private final Queue<String> topics = new ConcurrentLinkedQueue<>();

    @Override
    protected ChangeTarget target() {
        return NonTransactionalTargetSystem.of("broker").addDependency(topics);
    }

    @Override
    protected Class<?> supplied() {
        return Queue.class;
    }

    @Override
    @SuppressWarnings("unchecked")
    protected void effect(Supply supply, String effect) {
        ((Queue<String>) supply.find(Queue.class, null)).add(effect);
    }

    @Override
    protected List<String> effects() {
        return List.copyOf(topics);
    }

    @Test
    void suppliesDependenciesAndPropertiesByTheirName() {
        NonTransactionalTargetSystem target = NonTransactionalTargetSystem.of("broker")
                .addDependency("spare", List.of("topic")).setProperty("partitions", 12);
        assertThat(target.supplies(List.class, "spare")).isTrue();
        assertThat(target.supplies(List.class, null)).isFalse();
        assertThat(target.supplies(Integer.class, "partitions")).isTrue();
        assertThat(target.supplies(String.class, "partitions")).isFalse();
        assertThat(target.execute(call("a", 1, false), supply -> {
            assertThat(supply.find(List.class, "spare")).isEqualTo(List.of("topic"));
            assertThat(supply.find(Integer.class, "partitions")).isEqualTo(12);
        })).isEqualTo(Outcome.APPLIED);
    }
}
