package com.acme.changes;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jboss.logging.Logger;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.Rollback;

@Change(id = "rich", author = "team", order = "1")
public class Rich extends Base implements Named {

    private static final Logger LOG = Logger.getLogger(Rich.class);
    private static final String TABLE = "customer";
    static final int LIMIT = 10;
    static final List<String> COLUMNS = List.of("id", "name", "city");
    private final Map<String, Integer> counts = new TreeMap<>();
    private final StringReader held = new StringReader("held");
    private int done;
    private long total = 5;

    enum Level {
        LOW("low"), HIGH("high") {
            @Override
            String text() {
                return "very " + super.text();
            }
        };

        private final String text;

        Level(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    record Row(int id, String name, double price) implements Comparable<Row> {
        Row {
            if (id < 0) {
                throw new IllegalArgumentException("negative id " + id);
            }
        }

        @Override
        public int compareTo(Row other) {
            return Integer.compare(id, other.id);
        }
    }

    class Inner {
        private final String prefix;

        Inner(String prefix) {
            this.prefix = prefix;
        }

        String sql() {
            return prefix + TABLE + done;
        }
    }

    static class Box<T extends Comparable<T>> {
        private T value;

        Box(T value) {
            this.value = value;
        }

        T max(T other) {
            return value.compareTo(other) >= 0 ? value : other;
        }
    }

    static final class Resource implements AutoCloseable {
        @Override
        public void close() throws IOException {
            System.out.println("closed resource");
        }
    }

    static class Texts extends ArrayList<String> {
        @Override
        public ListIterator<String> iterator() {
            return listIterator(1);
        }
    }

    @Apply
    public void apply(Connection connection, List<Row> rows) throws Exception {
        LOG.info("starts with " + rows.size());
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE " + TABLE + " (id INT, name VARCHAR(" + LIMIT + "))");
        }
        insert(connection, rows);
        concatenate("x", 4, 'c', 2L, 1.5, null, true);
        switches("a", Level.LOW, 3);
        loops(new int[] { 1, 0, 3 }, rows);
        resources(connection);
        lambdas(connection, rows);
        classes("captured", 7);
        numbers('a', (byte) 3, 4, 5L, 6f, 7d);
        objects(rows, COLUMNS);
        flow(rows);
        more();
    }

    @Rollback
    public void rollback(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("DROP TABLE " + TABLE);
        } catch (SQLException e) {
            throw new IllegalStateException("rollback failed", e);
        }
    }

    private void insert(Connection connection, List<Row> rows) throws SQLException {
        String sql = """
                INSERT INTO customer (id, name)
                VALUES (?, ?)
                """;
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (Row row : rows) {
                insert.setInt(1, row.id());
                insert.setString(2, row.name());
                insert.addBatch();
            }
            int[] results = insert.executeBatch();
            if (results.length != rows.size()) {
                throw new IllegalStateException("only " + results.length + " of " + rows.size());
            }
        }
        done++;
        total += rows.size();
    }

    private static String concatenate(String text, int number, char letter, long large, double real, Object any, boolean flag) {
        String all = "a" + text + number + letter + large + real + any + flag + 'x' + 1 + 2L + true + null;
        all += any;
        all += number > 3 ? "more" : "less";
        StringBuilder builder = new StringBuilder();
        builder.append(all).append(letter);
        return "<" + builder + ">" + (text == null ? "none" : text.toString()) + number + 1;
    }

    private static int switches(String text, Level level, int number) {
        int result = 0;
        switch (text) {
            case "a":
                result = 1;
            case "Aa":
            case "BB":
                result += 2;
                break;
            case "long text":
                return 5;
            default:
                result = 9;
        }
        switch (level) {
            case HIGH:
                result++;
                break;
            case LOW:
                result--;
        }
        String named = switch (number) {
            case 1, 2 -> "few";
            case 100 -> {
                System.out.println("hundred");
                yield "hundred";
            }
            default -> "many";
        };
        int levels = switch (level) {
            case LOW -> 1;
            case HIGH -> 2;
        };
        return result + named.length() + levels;
    }

    private void loops(int[] numbers, List<Row> rows) {
        long sum = 0;
        for (int number : numbers) {
            sum += number;
        }
        for (int i = 0; i < LIMIT; i++) {
            if (i % 2 == 0) {
                continue;
            }
            if (i > 7) {
                break;
            }
            sum -= i;
        }
        int left = numbers.length;
        while (left > 0) {
            left--;
            counts.merge("left", left, Integer::sum);
        }
        do {
            left += 2;
        } while (left <= 8 && sum < 100L);
        outer: for (Row row : rows) {
            for (int j = numbers.length - 1; j >= 0; j--) {
                if (numbers[j] == row.id()) {
                    continue outer;
                }
                if (row.price() < 0.5 || !(row.price() <= 99.5)) {
                    break outer;
                }
            }
            System.out.println(row);
        }
        for (Iterator<Row> each = rows.iterator(); each.hasNext();) {
            if (each.next().name().isEmpty()) {
                each.remove();
            }
        }
    }

    private int resources(Connection connection) throws Exception {
        int result = 0;
        try (Statement one = connection.createStatement();
                ResultSet set = one.executeQuery("SELECT 1");
                Resource resource = new Resource();
                StringReader reader = new StringReader("x")) {
            while (set.next()) {
                result += set.getInt(1);
                if (result > 100) {
                    return result;
                }
            }
        } catch (IllegalStateException | IllegalArgumentException e) {
            System.out.println("wrong " + e.getMessage());
        } catch (SQLException e) {
            System.out.println("sql " + e);
            throw e;
        } finally {
            System.out.println("finally");
            done++;
        }
        try {
            connection.commit();
        } finally {
            if (result > 0) {
                for (int i = 0; i < 3; i++) {
                    System.out.println("again " + i);
                }
            }
        }
        try (held) {
            held.reset();
        }
        synchronized (counts) {
            counts.clear();
        }
        for (int i = 0; i < 5; i++) {
            try {
                if (i == 3) {
                    continue;
                }
                connection.rollback();
                break;
            } catch (SQLException e) {
                if (i == 4) {
                    throw e;
                }
            } finally {
                counts.put("tries", i);
            }
        }
        return result;
    }

    private void lambdas(Connection connection, List<Row> rows) throws Exception {
        String prefix = "row ";
        int offset = 3;
        Supplier<String> supplier = () -> prefix + offset + TABLE;
        Function<Row, String> name = Row::name;
        BiFunction<String, Integer, Character> charAt = String::charAt;
        IntFunction<String[]> array = String[]::new;
        Function<String, Inner> maker = Inner::new;
        Callable<String> method = this::text;
        Runnable bound = counts::clear;
        Predicate<String> filter = text -> text.startsWith("c") && text.length() > offset;
        Runnable nested = () -> {
            Supplier<Integer> inner = () -> offset * 2 + done;
            System.out.println(inner.get());
        };
        String[] texts = rows.stream().filter(row -> row.id() > offset).map(name).filter(filter.negate())
                .sorted(Comparator.comparing(String::length).reversed()).toArray(array);
        Map<Level, List<String>> grouped = Stream.of(texts)
                .collect(Collectors.groupingBy(text -> text.isEmpty() ? Level.LOW : Level.HIGH));
        grouped.forEach((level, all) -> System.out.println(level.text() + all));
        bound.run();
        nested.run();
        System.out.println(supplier.get() + method.call() + charAt.apply("abc", 1) + maker.apply("i").sql());
    }

    private String text() {
        return super.describe() + "text";
    }

    private void classes(String captured, int number) {
        int twice = number * 2;
        Comparator<String> anonymous = new Comparator<>() {
            private int calls;

            @Override
            public int compare(String one, String other) {
                calls++;
                return one.compareTo(other) + captured.length() + twice + done;
            }
        };
        class Local {
            private final int own;

            Local(int own) {
                this.own = own;
            }

            int sum() {
                return own + number + captured.length();
            }

            Local next() {
                return own > 3 ? this : new Local(own + 1);
            }
        }
        Object deep = new Object() {
            @Override
            public String toString() {
                return new Object() {
                    @Override
                    public String toString() {
                        return "deep " + twice + done + captured;
                    }
                }.toString();
            }
        };
        System.out.println(anonymous.compare("a", "b") + new Local(1).next().sum() + new Local(5).sum() + deep.toString());
        System.out.println(new Inner("p").sql() + new Box<>(4).max(5) + new Box<>("x").max("y") + Level.HIGH.text());
        Rich.this.new Inner("q").prefix.length();
        Inner derived = new Inner("z") {
            @Override
            String sql() {
                return super.sql() + number;
            }
        };
        System.out.println(derived.sql());
        for (String each : new Texts()) {
            System.out.println(each);
        }
        for (String each : new Pages()) {
            System.out.println(each);
        }
    }

    private double numbers(char letter, byte small, int number, long large, float real, double most) {
        letter += 1;
        letter++;
        small *= 2;
        short narrow = (short) (number + small);
        int shifted = number << 3 | (int) large >>> 2 & 0xFF ^ ~narrow;
        long wide = number > 3 ? number : 1;
        float mixed = number / 2f + real;
        boolean both = most > 1.0 && !(real <= 2f) || large != 4L;
        boolean flag = both == (number >= 3);
        char next = (char) (letter + 1);
        Integer boxed = number;
        Long other = flag ? Long.valueOf(large) : null;
        int unboxed = boxed + (other == null ? 0 : other.intValue());
        int[][] matrix = new int[3][4];
        matrix[1][2] += unboxed;
        matrix[0][0]++;
        long[] longs = { 1, 2L, -3 };
        longs[1] <<= 2;
        System.out.println(-number + +shifted + (flag ? 1 : 0) + next + longs[1]);
        return mixed * most % 3 - wide + matrix[1][2] + (both ? 1.5 : 'x') + Double.MIN_VALUE + Integer.MAX_VALUE;
    }

    @SafeVarargs
    private static <T> List<T> all(T... values) {
        List<T> list = new ArrayList<>();
        for (T value : values) {
            list.add(value);
        }
        return list;
    }

    private boolean objects(List<Row> rows, Object any) throws CloneNotSupportedException {
        assert rows != null : "rows " + rows;
        CharSequence sequence = "abc";
        Runnable runnable = () -> {
        };
        System.out.println(sequence.toString() + runnable.hashCode() + runnable.equals(sequence) + sequence.length());
        if (any instanceof String text && text.length() > 2) {
            System.out.println(text.trim());
        } else if (!(any instanceof List<?> list)) {
            System.out.println("neither");
        } else {
            System.out.println(list.size());
        }
        int[] copy = new int[] { 1, 2 }.clone();
        Object chosen = rows.isEmpty() ? rows : copy;
        System.out.println(all("a", "b").get(0) + all(1, 2L) + all() + chosen);
        Class<?> type = Row.class;
        return any instanceof Named && type != int.class && any != this && (null != any || 0 < copy.length);
    }

    private String flow(List<Row> rows) {
        Row first = null;
        try {
            first = rows.get(0);
        } catch (IndexOutOfBoundsException e) {
            LOG.debugf("no row: %s", e.getMessage());
            return "none";
        }
        if (first.id() == 1 && first.name() != null || first.price() > 3) {
            return first.name();
        } else if (first.id() < 10) {
            return first.id() > 5 ? "some" : "few";
        }
        int swapOne = 1;
        int swapTwo = 2;
        if (done > 3) {
            swapOne = done;
            swapTwo = LIMIT;
        }
        System.out.println(swapOne + " of " + swapTwo);
        String unused = "unused";
        throw new UnsupportedOperationException("no way " + first);
    }

    private void more() {
        if (LOG.isDebugEnabled()) {
            LOG.debug("more");
        }
        step(2);
        String said = hello();
        System.out.println(said == null ? "nothing" : said);
    }

    @Override
    protected int factor() {
        return 3;
    }
}

abstract class Base {
    static int steps = 4;

    protected abstract int factor();

    String describe() {
        return "base " + factor();
    }

    void step(int by) {
        steps += by * factor();
        if (steps > 100) {
            System.out.println("many steps");
        }
    }
}

interface Named {
    default String hello() {
        return "hello " + getClass().getName();
    }
}

class Pages extends ArrayList<String> {
    @Override
    public ListIterator<String> iterator() {
        return listIterator();
    }
}
