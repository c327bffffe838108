package io.quarkiverse.flamingock.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.flamingock.test.servers.PostgresServer;
import io.quarkus.test.QuarkusProdModeTest;

/**
 * A start with nothing pending loads the same classes whatever the number of changes, and costs one statement more than the
 * same application without changes; applying a change at
 * most six round trips besides its own work.
 */
class StatementCountTest {

    @RegisterExtension
    static final QuarkusProdModeTest NONE = StatementCount.application("cost_0", 0);

    @RegisterExtension
    static final QuarkusProdModeTest ONE = StatementCount.application("cost_1", 1);

    @RegisterExtension
    static final QuarkusProdModeTest HUNDRED = StatementCount.application("cost_100", 100);

    @RegisterExtension
    static final QuarkusProdModeTest THOUSAND = StatementCount.application("cost_1000", 1000);

    @Test
    void nothingPendingIsOneStatementWhateverTheNumberOfChangesAndEvents() {
        List<String> without = StatementCount.ofStart(NONE, "cost_0");
        List<String> expected = new ArrayList<>(without);
        expected.add(expected.indexOf("SELECT 'the work of the application'"), StatementCount.HEAD);

        List<String> applyOne = StatementCount.ofStart(ONE, "cost_1");
        assertThat(StatementCount.ofStart(ONE, "cost_1")).isEqualTo(expected);
        List<String> loaded = StatementCount.loaded("cost_1");
        assertThat(loaded).contains("io.quarkiverse.flamingock.generated.GeneratedPipeline")
                .noneMatch(name -> name.contains("TemplateChange") || name.contains("GeneratedPipeline_")
                        || name.contains("FlamingockChanges"));

        List<String> applyHundred = StatementCount.ofStart(HUNDRED, "cost_100");
        assertThat(StatementCount.ofStart(HUNDRED, "cost_100")).isEqualTo(expected);
        StatementCount.addEvents("cost_100", 100_000);
        assertThat(StatementCount.ofStart(HUNDRED, "cost_100")).isEqualTo(expected);

        List<String> applyThousand = StatementCount.ofStart(THOUSAND, "cost_1000");
        assertThat(StatementCount.ofStart(THOUSAND, "cost_1000")).isEqualTo(expected);
        assertThat(StatementCount.loaded("cost_1000")).isEqualTo(loaded);

        assertThat(perChange(applyOne, 1, applyHundred, 100)).isLessThanOrEqualTo(6);
        assertThat(perChange(applyHundred, 100, applyThousand, 1000)).isLessThanOrEqualTo(6);
        System.out.printf("Statements of a start that applies 1, 100, 1000 changes: %d, %d, %d; nothing pending: %d; without"
                + " changes: %d. Classes of the extension loaded with nothing pending: %d, without changes: %d%n",
                applyOne.size(), applyHundred.size(), applyThousand.size(), expected.size(), without.size(),
                loaded.size(), StatementCount.loaded("cost_0").size());
    }

    /** What one more change costs, besides its own statement. Leases are renewed by time and not by changes. */
    private static double perChange(List<String> fewer, int few, List<String> more, int many) {
        return (withoutLeases(more) - withoutLeases(fewer)) / (double) (many - few) - 1;
    }

    private static long withoutLeases(List<String> statements) {
        return statements.stream().filter(statement -> !statement.startsWith("UPDATE \"public\".\"flamingock_lock\""))
                .filter(PostgresServer::isSentAlone).count();
    }
}
