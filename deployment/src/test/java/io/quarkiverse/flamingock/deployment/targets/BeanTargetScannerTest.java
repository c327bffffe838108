package io.quarkiverse.flamingock.deployment.targets;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.inject.Produces;

import org.jboss.jandex.IndexView;
import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.NonTransactionalTargetSystem;
import io.quarkiverse.flamingock.deployment.Indexes;
import io.quarkiverse.flamingock.spi.ChangeCall;
import io.quarkiverse.flamingock.spi.ChangeTarget;
import io.quarkiverse.flamingock.spi.Outcome;
import io.quarkiverse.flamingock.spi.Work;
import io.smallrye.common.annotation.Identifier;

class BeanTargetScannerTest {

    @Identifier("class")
    static class Queue implements ChangeTarget {
        @Override
        public String id() {
            return "class";
        }

        @Override
        public boolean transactional() {
            return false;
        }

        @Override
        public boolean supplies(Class<?> type, String name) {
            return false;
        }

        @Override
        public Outcome execute(ChangeCall execution, Work work) {
            return Outcome.APPLIED;
        }
    }

    @Identifier("subclass")
    static class Topic extends Queue {
    }

    static class Producers {
        @Produces
        @Identifier("field")
        ChangeTarget field;

        @Produces
        @Identifier("method")
        NonTransactionalTargetSystem method() {
            return NonTransactionalTargetSystem.of("method");
        }

        @Identifier("injected")
        ChangeTarget injected;

        @Produces
        @Identifier("other")
        Runnable other() {
            return null;
        }

        void parameter(@Identifier("parameter") ChangeTarget parameter) {
            // makes none
        }
    }

    @Test
    void findsWhatMakesTargetSystems() {
        IndexView index = Indexes.of(Queue.class, Topic.class, Producers.class);
        assertThat(new BeanTargetScanner(index, Indexes.classFiles(index)).scan()).containsExactlyInAnyOrder(
                new BeanTarget("class", Queue.class.getName()),
                new BeanTarget("subclass", Topic.class.getName()),
                new BeanTarget("field", Producers.class.getName() + "#field"),
                new BeanTarget("method", Producers.class.getName() + "#method"));
    }
}
