package io.quarkiverse.flamingock.deployment.scan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrderInNameTest {

    @ParameterizedTest
    @CsvSource(value = {
            "_20250923_01__AddStatus, 20250923_01",
            "_20250923_01_AddStatus, 20250923_01",
            "_20250923_01__Add_Status, 20250923_01",
            "_0001__Add_Status__Again, 0001",
            "_0001_AddStatus, 0001",
            "_0001__2ndTry, 0001",
            "_1_X, 1",
            "_20250923_01a_AddStatus, 20250923_01a",
            "_2025_09_23_01_AddStatus, 2025_09_23_01",
            "_V1_AddStatus, V1",
            "_2025_Q3__AddStatus, 2025_Q3",
            "_Add__Status, Add",
    })
    void isWhatTheNameBeginsWith(String name, String order) {
        assertThat(OrderInName.of(name)).isEqualTo(new OrderInName(order, null));
        assertThat(OrderInName.of(name).isAmbiguous()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = { "_AddStatus", "AddStatus", "Add_0001_Status", "__AddStatus", "_", "" })
    void isNotThereWithoutUnderscores(String name) {
        assertThat(OrderInName.of(name)).isNull();
    }

    @ParameterizedTest
    @CsvSource(value = {
            "_20260101_01_Create_Tables, 20260101_01_Create, 20260101_01",
            "_20260101_01_Create_All_The_Tables, 20260101_01_Create_All_The, 20260101_01",
            "_20260101_01_Create_2_Tables, 20260101_01_Create_2, 20260101_01",
            "_20260101_01_V2_Tables, 20260101_01_V2, 20260101_01",
            "_20260101_01_2nd_Tables, 20260101_01_2nd, 20260101_01",
            "_20260101_01_Über_Tables, 20260101_01_Über, 20260101_01",
            "_V1_Create_Tables, V1_Create, V1",
            "_Create_Tables, Create, ''",
            "_Create_All_Tables, Create_All, ''",
            "__20260101_01_Tables, _20260101_01, 20260101_01",
            "__20260101_01_Create_Tables, _20260101_01_Create, 20260101_01",
            "__1__Tables, _1, 1",
            "_1__, 1_, 1",
            "_20260101_01, 20260101, 20260101_01",
            "_20260101_01Tables, 20260101, 20260101_01",
            "_0001_2ndTry, 0001, 0001_2",
    })
    void mayBeReadInTwoWays(String name, String order, String other) {
        assertThat(OrderInName.of(name)).isEqualTo(new OrderInName(order, other));
        assertThat(OrderInName.of(name).isAmbiguous()).isTrue();
    }

    @Test
    void agreesWithEitherReading() {
        OrderInName two = OrderInName.of("_20260101_01_Create_Tables");
        assertThat(two.agrees("20260101_01")).isTrue();
        assertThat(two.agrees("20260101_01_Create")).isTrue();
        assertThat(two.agrees("20260101_02")).isFalse();
        assertThat(OrderInName.of("_20260101_01__Create_Tables").agrees("20260101_01_Create")).isFalse();
        assertThat(OrderInName.of("_Create_Tables").agrees("20260101_01")).isTrue();
    }
}
