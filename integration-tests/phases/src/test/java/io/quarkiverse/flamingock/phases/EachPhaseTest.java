package io.quarkiverse.flamingock.phases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;

import org.eclipse.microprofile.reactive.messaging.spi.Connector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.flamingock.Flamingock;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.MockMailbox;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;

/**
 * The lines of the table of what is there in which phase, but for those that fail the build. That the application starts shows
 * one more thing: Hibernate finds the table that a change of phase SCHEMA has made.
 */
class EachPhaseTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Catalog.started("each_phase", Shelf.class, EitherPhase.class,
            ApplicationOnly.class, Catalog.class, Systems.class);

    @Inject
    Shelf shelf;

    @Inject
    Flamingock flamingock;

    @Inject
    MockMailbox mails;

    @Inject
    @Any
    @Connector("smallrye-in-memory")
    InMemoryConnector channels;

    @Test
    void restClientQuteRedisVertxAndSchedulerAreThereInBoth() {
        assertThat(shelf.seen).containsEntry("rest-schema", 7).containsEntry("rest-application", 7)
                .containsEntry("qute-schema", "Hello Ada").containsEntry("qute-application", "Hello Ada")
                .containsEntry("redis-schema", "set").containsEntry("redis-application", "set")
                .containsEntry("vertx-schema", "blocking").containsEntry("vertx-application", "blocking")
                .containsEntry("scheduler-schema", true).containsEntry("scheduler-application", true);
    }

    @Test
    void theMailerIsThereInBoth() {
        assertThat(mails.getMailsSentTo("team@acme.org")).extracting(Mail::getSubject)
                .containsExactly("mail-schema", "mail-application");
    }

    @Test
    void whatAnObserverFillsIsThereInPhaseApplication() {
        assertThat(shelf.seen).containsEntry("filled-schema", 0).containsEntry("filled-application", 1);
    }

    @Test
    void hibernateIsThereInPhaseApplication() {
        List<String> names = QuarkusTransaction.requiringNew()
                .call(() -> Product.<Product> listAll().stream().map(product -> product.name).toList());
        assertThat(names).containsExactlyInAnyOrder("by an EntityManager", "by a repository", "by an entity, after 2",
                "by Hibernate Reactive");
    }

    @Test
    void channelsAreThereInPhaseApplication() {
        assertThat(channels.sink("events").received()).extracting(message -> message.getPayload().toString())
                .containsExactly("products are there");
    }

    @Test
    void nothingIsPending() {
        assertThat(flamingock.status().upToDate()).isTrue();
        assertThat(flamingock.status().changes()).isEqualTo(shelf.seen.size() + 2 + 5);
    }
}
