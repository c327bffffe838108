package io.quarkiverse.flamingock.runtime.jdbc.connection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.runtime.jdbc.dialect.Dialects;

class TableNamesTest {

    @Test
    void quotesTables() throws Exception {
        TableNames names = new TableNames(Dialects.of("H2", "2.4"), null, "acme_");
        assertThat(names.audit()).isEqualTo("\"acme_audit\"");
        assertThat(names.in("PUBLIC").marker()).isEqualTo("\"PUBLIC\".\"acme_marker\"");
    }
}
