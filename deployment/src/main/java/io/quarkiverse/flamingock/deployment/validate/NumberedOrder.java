package io.quarkiverse.flamingock.deployment.validate;

/**
 * An order as a person reads it: numbers in it count as numbers, whatever their length.
 *
 * @param text the order
 */
record NumberedOrder(String text) implements Comparable<NumberedOrder> {

    @Override
    public int compareTo(NumberedOrder other) {
        int mine = 0;
        int its = 0;
        while (mine < text.length() && its < other.text.length()) {
            int myEnd = endOfNumber(mine);
            int itsEnd = other.endOfNumber(its);
            int difference;
            if (myEnd > mine && itsEnd > its) {
                difference = compareNumbers(text.substring(mine, myEnd), other.text.substring(its, itsEnd));
                mine = myEnd;
                its = itsEnd;
            } else {
                difference = text.charAt(mine++) - other.text.charAt(its++);
            }
            if (difference != 0) {
                return difference;
            }
        }
        return text.length() - mine - (other.text.length() - its);
    }

    /** @return whether it is a number and nothing else */
    boolean isNumber() {
        return !text.isEmpty() && endOfNumber(0) == text.length();
    }

    private int endOfNumber(int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    /** Of any length: a number of an order may be longer than a long. */
    private static int compareNumbers(String one, String two) {
        String first = significant(one);
        String second = significant(two);
        return first.length() == second.length() ? first.compareTo(second) : first.length() - second.length();
    }

    private static String significant(String number) {
        int zeros = 0;
        while (zeros < number.length() && number.charAt(zeros) == '0') {
            zeros++;
        }
        return number.substring(zeros);
    }
}
