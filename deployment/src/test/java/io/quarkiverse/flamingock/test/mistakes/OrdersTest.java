package io.quarkiverse.flamingock.test.mistakes;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkus.test.QuarkusUnitTest;

/** Orders that a person reads in another way than the extension. */
class OrdersTest {

    private static final String HERE = "io.quarkiverse.flamingock.test.mistakes.OrdersTest$";

    @RegisterExtension
    static final QuarkusUnitTest APP = Builds.withDatabase(
            HERE + "_07_Settled_Otherwise: the order is '07' or '07_Settled' in the class name and '08' in @Change. Make them"
                    + " equal, or remove the one in @Change.",
            HERE + "_01_Create_Tables, " + HERE + "_Add_Status: the order in the name can be read in two ways: '01' or"
                    + " '01_Create', none or 'Add'. Say which is meant: @Change(order = \"01\"), or two underscores after the"
                    + " order in the name, as in _01__Create_Tables.",
            HERE + "Ten, " + HERE
                    + "Two: orders compare as text, and these have numbers of different lengths: as text the order"
                    + " is …, V10, V2, by the numbers it would be …, V2, V10. Give them the same number of digits, as in 01, 02,"
                    + " 10: with order = in @Change, or before the two underscores of the name. Where changes were executed in"
                    + " this order already, keep it with quarkus.flamingock.on-ambiguous-order=ignore.");

    @Change(id = "create-tables", author = "team")
    static class _01_Create_Tables extends Applied {
    }

    @Change(id = "add-status", author = "team")
    static class _Add_Status extends Applied {
    }

    @Change(id = "settled", author = "team", order = "05")
    static class _05_Settled_InTheAnnotation extends Applied {
    }

    @Change(id = "settled-too", author = "team", order = "06_Settled")
    static class _06_Settled_InTheAnnotation extends Applied {
    }

    @Change(id = "settled-otherwise", author = "team", order = "08")
    static class _07_Settled_Otherwise extends Applied {
    }

    @Change(id = "two", author = "team", order = "V2")
    static class Two extends Applied {
    }

    @Change(id = "ten", author = "team", order = "V10")
    static class Ten extends Applied {
    }

    abstract static class Applied {
        @Apply
        void apply() {
            // nothing
        }
    }

    @Test
    void buildFails() {
        // see APP
    }
}
