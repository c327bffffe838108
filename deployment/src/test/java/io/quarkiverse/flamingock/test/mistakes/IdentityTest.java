package io.quarkiverse.flamingock.test.mistakes;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkus.test.QuarkusUnitTest;

class IdentityTest {

    private static final String HERE = "io.quarkiverse.flamingock.test.mistakes.IdentityTest$";

    @RegisterExtension
    static final QuarkusUnitTest APP = Builds.withDatabase(
            HERE + "Lines: the id of @Change contains the character U+000A at position 4, which messages and commands can't"
                    + " show and some audit stores can't keep. Take it out.",
            HERE + "Lines: the author of @Change contains the character U+0000 at position 5, which messages and commands"
                    + " can't show and some audit stores can't keep. Take it out.",
            HERE + "Lines: the order contains the character U+0009 at position 3, which messages and commands can't show and"
                    + " some audit stores can't keep. Take it out.",
            HERE + "LongTexts: the author of @Change has 300 characters, but audit stores keep 255. Shorten it.",
            HERE + "LongTexts: the order has 302 characters, but audit stores keep 255. Shorten it.",
            HERE + "LongTexts: the description of @Change has 4200 characters, but audit stores keep 4000. Shorten it.",
            HERE + "NoOrder: the change has no order. Set it in the annotation, such as @Change(order = \"20250923_01\"), or"
                    + " begin the class name with it, such as _20250923_01__NoOrder.",
            HERE + "_01__NoId: @Change has no id. Give it a stable name that is unique in the application, such as"
                    + " @Change(id = \"add-user-status\").",
            HERE + "_02__NoAuthor: @Change has no author. Name the person or team that answers for it, such as"
                    + " @Change(author = \"user-team\").",
            HERE + "_03__TwoOrders: the order is '03' in the class name and '13' in @Change. Make them equal, or remove the one"
                    + " in @Change.",
            HERE + "_07__LongId: the id of @Change has 256 characters, but audit stores keep 255. Shorten it.",
            HERE + "_04__SameId, " + HERE + "_05__SameId: these 2 changes have the same id 'same-id'. Give each change its"
                    + " own; one that was executed already must keep its id.",
            HERE + "_06_SameOrder, " + HERE + "_06__SameOrder: these 2 changes have the same order '06'. Give each change its"
                    + " own, so that it is clear which one comes first.");

    private static final String TEN = "0123456789";
    private static final String FIFTY = TEN + TEN + TEN + TEN + TEN;

    @Change(id = FIFTY + FIFTY + FIFTY + FIFTY + FIFTY + "012345", author = "team")
    static class _07__LongId extends Applied {
    }

    private static final String SIX = FIFTY + FIFTY + FIFTY + FIFTY + FIFTY + FIFTY;

    @Change(id = "long-texts", author = SIX, order = "o_" + SIX, description = SIX + SIX + SIX + SIX + SIX + SIX + SIX + SIX
            + SIX
            + SIX
            + SIX + SIX + SIX + SIX)
    static class LongTexts extends Applied {
    }

    @Change(id = "two\nlines", author = "team\0", order = "10\t")
    static class Lines extends Applied {
    }

    @Change(id = "no-order", author = "team")
    static class NoOrder extends Applied {
    }

    @Change(id = " ", author = "team")
    static class _01__NoId extends Applied {
    }

    @Change(id = "no-author", author = "")
    static class _02__NoAuthor extends Applied {
    }

    @Change(id = "two-orders", author = "team", order = "13")
    static class _03__TwoOrders extends Applied {
    }

    @Change(id = "same-id", author = "team")
    static class _04__SameId extends Applied {
    }

    @Change(id = "same-id", author = "team")
    static class _05__SameId extends Applied {
    }

    @Change(id = "same-order-1", author = "team")
    static class _06__SameOrder extends Applied {
    }

    @Change(id = "same-order-2", author = "team", order = "06")
    static class _06_SameOrder extends Applied {
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
