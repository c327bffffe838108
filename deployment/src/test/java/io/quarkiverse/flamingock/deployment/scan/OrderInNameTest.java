package io.quarkiverse.flamingock.deployment.scan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderInNameTest {

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
            "_20250923_01__AddStatus, 20250923_01",
            "_20250923_01_AddStatus, 20250923_01",
            "_0001__Add_Status__Again, 0001",
            "_0001_AddStatus, 0001",
            "_1_X, 1",
            "_AddStatus, -",
            "AddStatus, -",
            "Add_0001_Status, -",
            "__AddStatus, -",
            "_, -",
            "_1__, 1_",
    })
    void isWhatTheNameBeginsWith(String name, String order) {
        assertThat(OrderInName.of(name)).isEqualTo(order);
    }
}
