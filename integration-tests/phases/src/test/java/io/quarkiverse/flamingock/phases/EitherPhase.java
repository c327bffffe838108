package io.quarkiverse.flamingock.phases;

import java.time.Duration;

import jakarta.inject.Inject;

import org.eclipse.microprofile.rest.client.inject.RestClient;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.ChangeContext;
import io.quarkiverse.flamingock.Phase;
import io.quarkiverse.flamingock.Rollback;
import io.quarkiverse.flamingock.TargetSystem;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import io.quarkus.qute.Engine;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.scheduler.Scheduler;
import io.vertx.core.Vertx;

/**
 * What a change of either phase may be given: the same code, once in each.
 */
final class EitherPhase {

    private EitherPhase() {
    }

    abstract static class Use {
        @Inject
        Shelf shelf;

        @Rollback
        void rollback() {
            // nothing
        }
    }

    abstract static class Rest extends Use {
        @Apply
        void apply(@RestClient StockClient stock, ChangeContext context) {
            shelf.seen.put(context.changeId(), stock.stock());
        }
    }

    abstract static class Mails extends Use {
        @Apply
        void apply(Mailer mailer, ChangeContext context) {
            mailer.send(Mail.withText("team@acme.org", context.changeId(), "done"));
        }
    }

    abstract static class Templates extends Use {
        @Apply
        void apply(Engine qute, ChangeContext context) {
            shelf.seen.put(context.changeId(), qute.parse("Hello {name}").data("name", "Ada").render());
        }
    }

    abstract static class Keys extends Use {
        @Apply
        void apply(RedisDataSource redis, ChangeContext context) {
            redis.value(String.class).set(context.changeId(), "set");
            shelf.seen.put(context.changeId(), redis.value(String.class).get(context.changeId()));
        }
    }

    abstract static class Loop extends Use {
        @Apply
        void apply(Vertx vertx, ChangeContext context) {
            shelf.seen.put(context.changeId(), io.vertx.mutiny.core.Vertx.newInstance(vertx)
                    .executeBlocking(() -> "blocking").await().atMost(Duration.ofSeconds(10)));
        }
    }

    abstract static class Jobs extends Use {
        @Apply
        void apply(Scheduler scheduler, ChangeContext context) {
            scheduler.newJob(context.changeId()).setInterval("24h").setTask(execution -> {
            }).schedule();
            shelf.seen.put(context.changeId(), scheduler.getScheduledJob(context.changeId()) != null);
        }
    }

    abstract static class Filled extends Use {
        @Apply
        void apply(ChangeContext context) {
            shelf.seen.put(context.changeId(), shelf.books.size());
        }
    }

    @TargetSystem("outside")
    @Change(id = "rest-schema", author = "team", order = "110")
    static class RestEarly extends Rest {
    }

    @TargetSystem("outside")
    @Change(id = "rest-application", author = "team", order = "111", phase = Phase.APPLICATION)
    static class RestLate extends Rest {
    }

    @TargetSystem("outside")
    @Change(id = "mail-schema", author = "team", order = "120")
    static class MailsEarly extends Mails {
    }

    @TargetSystem("outside")
    @Change(id = "mail-application", author = "team", order = "121", phase = Phase.APPLICATION)
    static class MailsLate extends Mails {
    }

    @TargetSystem("outside")
    @Change(id = "qute-schema", author = "team", order = "130")
    static class TemplatesEarly extends Templates {
    }

    @TargetSystem("outside")
    @Change(id = "qute-application", author = "team", order = "131", phase = Phase.APPLICATION)
    static class TemplatesLate extends Templates {
    }

    @TargetSystem("outside")
    @Change(id = "redis-schema", author = "team", order = "140")
    static class KeysEarly extends Keys {
    }

    @TargetSystem("outside")
    @Change(id = "redis-application", author = "team", order = "141", phase = Phase.APPLICATION)
    static class KeysLate extends Keys {
    }

    @TargetSystem("outside")
    @Change(id = "vertx-schema", author = "team", order = "150")
    static class LoopEarly extends Loop {
    }

    @TargetSystem("outside")
    @Change(id = "vertx-application", author = "team", order = "151", phase = Phase.APPLICATION)
    static class LoopLate extends Loop {
    }

    @TargetSystem("outside")
    @Change(id = "scheduler-schema", author = "team", order = "160")
    static class JobsEarly extends Jobs {
    }

    @TargetSystem("outside")
    @Change(id = "scheduler-application", author = "team", order = "161", phase = Phase.APPLICATION)
    static class JobsLate extends Jobs {
    }

    @TargetSystem("outside")
    @Change(id = "filled-schema", author = "team", order = "170")
    static class FilledEarly extends Filled {
    }

    @TargetSystem("outside")
    @Change(id = "filled-application", author = "team", order = "171", phase = Phase.APPLICATION)
    static class FilledLate extends Filled {
    }
}
