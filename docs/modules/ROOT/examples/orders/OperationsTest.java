package org.acme.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.Flamingock;
import io.quarkiverse.flamingock.error.NothingToFixException;
import io.quarkiverse.flamingock.result.ApplyResult;
import io.quarkiverse.flamingock.result.AuditEvent;
import io.quarkiverse.flamingock.result.BaselineResult;
import io.quarkiverse.flamingock.result.BaselineScope;
import io.quarkiverse.flamingock.result.ChangeState;
import io.quarkiverse.flamingock.result.HistoryQuery;
import io.quarkiverse.flamingock.result.Plan;
import io.quarkiverse.flamingock.result.PlannedAction;
import io.quarkiverse.flamingock.result.PlannedChange;
import io.quarkiverse.flamingock.result.Resolution;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithTestResource(FreshData.class)
class OperationsTest {

    private static final String[] IDS = { "create-products", "add-products", "enable-checkout", "set-currency",
            "announce-checkout" };

    @Inject
    Flamingock flamingock;

    @Test
    void afterTheStartThePlanIsEmpty() {
        // tag::plan[]
        Plan plan = flamingock.plan();
        List<PlannedChange> pending = plan.pending();
        // end::plan[]

        assertThat(plan.changes()).extracting(PlannedChange::id).containsExactly(IDS);
        assertThat(plan.changes()).extracting(PlannedChange::state).containsOnly(ChangeState.EXECUTED);
        assertThat(plan.changes()).extracting(PlannedChange::action).containsOnly(PlannedAction.SKIP);
        assertThat(plan.changes()).extracting(PlannedChange::targetSystem).containsExactly("orders-database",
                "orders-database", "feature-flags", "orders-database", "newsletter");
        assertThat(pending).isEmpty();
        assertThat(plan.unknown()).isEmpty();
        assertThat(flamingock.issues()).isEmpty();
    }

    @Test
    void theHistoryHasTwoEventsPerChange() {
        // tag::history[]
        List<AuditEvent> events = flamingock.history(HistoryQuery.newest(100));
        // end::history[]

        assertThat(events).extracting(AuditEvent::state).containsExactly(ChangeState.EXECUTED, ChangeState.STARTED,
                ChangeState.EXECUTED, ChangeState.STARTED, ChangeState.EXECUTED, ChangeState.STARTED, ChangeState.EXECUTED,
                ChangeState.STARTED, ChangeState.EXECUTED, ChangeState.STARTED);
        assertThat(events).extracting(AuditEvent::changeId).containsExactly("announce-checkout", "announce-checkout",
                "set-currency", "set-currency", "enable-checkout", "enable-checkout", "add-products", "add-products",
                "create-products", "create-products");
        assertThat(events).extracting(AuditEvent::sequence).containsExactly(10L, 9L, 8L, 7L, 6L, 5L, 4L, 3L, 2L, 1L);
        assertThat(events).allSatisfy(event -> {
            assertThat(event.time()).isNotNull();
            assertThat(event.token()).isPositive();
            assertThat(event.attempt()).isEqualTo(1);
        });
    }

    @Test
    void applyingAgainDoesNothing() {
        // tag::apply[]
        ApplyResult result = flamingock.apply();
        // end::apply[]

        assertThat(result.executionId()).isNull();
        assertThat(result.applied()).isEmpty();
        assertThat(result.skipped()).isEqualTo(IDS.length);
    }

    @Test
    void aBaselineSkipsWhatIsExecuted() {
        // tag::baseline[]
        BaselineResult result = flamingock.baseline(BaselineScope.to("20260105_02"), "the shop is older than its changes");
        // end::baseline[]

        assertThat(result).isEqualTo(new BaselineResult(List.of(), List.of("create-products", "add-products"), null));
    }

    @Test
    void aChangeWithoutAnIssueCannotBeFixed() {
        assertThatExceptionOfType(NothingToFixException.class)
                .isThrownBy(() -> flamingock.fix("add-products", Resolution.EXECUTED, "none"))
                .withMessageContaining("add-products");
    }
}
