package io.quarkiverse.flamingock.deployment.targets;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.inject.Produces;

import org.jboss.jandex.IndexView;
import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.NonTransactionalTargetSystem;
import io.quarkiverse.flamingock.deployment.Indexes;
import io.quarkiverse.flamingock.spi.AuditStore;
import io.quarkiverse.flamingock.spi.ChangeCall;
import io.quarkiverse.flamingock.spi.ChangeTarget;
import io.quarkiverse.flamingock.spi.Claim;
import io.quarkiverse.flamingock.spi.Markers;
import io.quarkiverse.flamingock.spi.Outcome;
import io.quarkiverse.flamingock.spi.Work;
import io.smallrye.common.annotation.Identifier;

class IdentifiedBeanScannerTest {

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
        public Markers fence(Claim claim, String service) {
            return Markers.NOT_KEPT;
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

        @Produces
        @Identifier("ledger")
        AuditStore ledger() {
            return null;
        }

        void parameter(@Identifier("parameter") ChangeTarget parameter) {
            // makes none
        }
    }

    @Test
    void findsWhatMakesTargetSystems() {
        IndexView index = Indexes.of(Queue.class, Topic.class, Producers.class);
        assertThat(new IdentifiedBeanScanner(index, Indexes.classFiles(index)).scan(ChangeTarget.class))
                .containsExactlyInAnyOrder(
                        new IdentifiedBean("class", Queue.class.getName()),
                        new IdentifiedBean("subclass", Topic.class.getName()),
                        new IdentifiedBean("field", Producers.class.getName() + "#field"),
                        new IdentifiedBean("method", Producers.class.getName() + "#method"));
    }

    @Test
    void findsWhatMakesAuditStores() {
        IndexView index = Indexes.of(Queue.class, Producers.class);
        assertThat(new IdentifiedBeanScanner(index, Indexes.classFiles(index)).scan(AuditStore.class))
                .containsExactly(new IdentifiedBean("ledger", Producers.class.getName() + "#ledger"));
    }
}
