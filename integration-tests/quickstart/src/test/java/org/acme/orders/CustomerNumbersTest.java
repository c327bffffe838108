package org.acme.orders;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CustomerNumbersTest {

    @Test
    void areNotShown() {
        assertThat(new CustomerNumbers().redact("no account for C-4711 at C-12")).isEqualTo("no account for C-*** at C-***");
    }
}
