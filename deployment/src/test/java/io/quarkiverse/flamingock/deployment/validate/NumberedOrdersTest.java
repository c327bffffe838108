package io.quarkiverse.flamingock.deployment.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberedOrdersTest {

    private static final String FIX = " Give them the same number of digits, as in 01, 02, 10: with order = in @Change, or before"
            + " the two underscores of the name. Where changes were executed in this order already, keep it with"
            + " quarkus.flamingock.on-ambiguous-order=ignore.";

    @ParameterizedTest
    @ValueSource(strings = { "1 2 3", "01 02 10", "001 002 20260101_01 20260101_02",
            "20260101_01 20260101_01_Create 20260101_02",
            "V1 V2 V3", "V01 V02 V10", "a 1 b", "1.1 1.2", "a-1 a1 ab1", "99999999999999999998 99999999999999999999", "x", "" })
    void sayNothingWhereTextAndNumbersAgree(String orders) {
        assertThat(check(orders.split(" "))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "1 10 2", "V1 V10 V2", "20260101_1 20260101_10 20260101_2", "1_1 10_1 2_1", "1.10 1.9",
            "1 20260101_01 3", "99999999999999999999 100000000000000000000", "001_2 01_1" })
    void failWhereTheyDoNot(String orders) {
        assertThat(check(orders.split(" "))).singleElement().extracting(Problem::text).asString()
                .startsWith("orders compare as text, and these have numbers of different lengths: ").endsWith(FIX);
    }

    @Test
    void nameTheChangesAndBothReadings() {
        assertThat(check("1", "2", "10")).extracting(Problem::toString).containsExactly("C10, C2: orders compare as text, and"
                + " these have numbers of different lengths: as text the order is …, 10, 2, by the numbers it would be …, 2, 10."
                + FIX);
    }

    @Test
    void areNumbersOfOneLength() {
        assertThat(check("0001", "0002", "20260101")).extracting(Problem::toString).containsExactly("C0001, C20260101: orders"
                + " compare as text, and these are numbers of different lengths: 0001, 20260101. As text '10' comes before '2',"
                + " so that a later change may not come last." + FIX);
    }

    @Test
    void areOneProblemHoweverMany() {
        String[] orders = IntStream.rangeClosed(1, 5_000).mapToObj(String::valueOf).toArray(String[]::new);
        assertThat(check(orders)).extracting(Problem::toString).containsExactly("C10, C100, C1000, C1001, C1002, C1003: orders"
                + " compare as text, and these have numbers of different lengths: as text the order is …, 10, 100, 1000, 1001,"
                + " 1002, 1003, …, by the numbers it would be …, 2, 3, 4, 5, 6, 7, …." + FIX);
    }

    /** Each order is that of a class of its own. */
    private static List<Problem> check(String... orders) {
        TreeMap<String, String> users = new TreeMap<>();
        Arrays.stream(orders).filter(order -> !order.isEmpty()).forEach(order -> users.put(order, "C" + order));
        return NumberedOrders.check(users);
    }
}
