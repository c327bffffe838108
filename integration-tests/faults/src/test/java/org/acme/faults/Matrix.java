package org.acme.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.quarkiverse.flamingock.RecoveryStrategy;

/**
 * Chooses what runs: in the default build every row once, on PostgreSQL, with kinds and strategies that take turns; with
 * {@code -Dfaults} everything on every store.
 */
final class Matrix {

    private static final boolean EVERYTHING = Boolean.getBoolean("faults.everything");

    private Matrix() {
    }

    static boolean everything() {
        return EVERYTHING;
    }

    /** All with {@code -Dfaults}, those of {@code -Dfaults.stores=MARIADB,H2} where that is given. */
    static List<Store> stores() {
        String only = System.getProperty("faults.stores", "");
        if (!only.isBlank()) {
            return Stream.of(only.split(",")).map(Store::valueOf).toList();
        }
        return EVERYTHING ? List.of(Store.values()) : List.of(Store.POSTGRESQL);
    }

    /** As {@link #cases} for changes over several systems; in the default build only those rows of which that is said. */
    static <R> Stream<Case<R>> several(List<R> rows, Function<R, String> id, Predicate<R> representative) {
        return cases(rows.stream().filter(row -> EVERYTHING || representative.test(row)).toList(),
                row -> id.apply(row) + ", several systems", row -> Kind.SEVERAL);
    }

    /** The cases of some rows, each for the kinds that it concerns. */
    static <R> Stream<Case<R>> cases(List<R> rows, Function<R, String> id, Function<R, List<Kind>> kinds) {
        List<Case<R>> cases = new ArrayList<>();
        int turn = 0;
        for (Store store : stores()) {
            for (R row : rows) {
                List<Case<R>> all = new ArrayList<>();
                for (Kind kind : kinds.apply(row).stream().filter(store::has).toList()) {
                    for (RecoveryStrategy strategy : RecoveryStrategy.values()) {
                        all.add(new Case<>(id.apply(row), row, kind, strategy, store));
                    }
                }
                if (EVERYTHING) {
                    cases.addAll(all);
                } else if (!all.isEmpty()) {
                    // 3 has no factor in common with the usual numbers of cases but walks through kinds and strategies
                    cases.add(all.get(turn++ * 3 % all.size()));
                }
            }
        }
        return cases.stream();
    }
}
