package io.quarkiverse.flamingock.runtime.jdbc.guard;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.quarkiverse.flamingock.runtime.jdbc.guard.Watch.Effect;

/**
 * What can be told of a statement's effects by its text. What is not known for certain is possible.
 *
 * @param bare the text in upper case without comments, literals and quoted names
 * @param verb its first word
 */
record StatementText(String bare, String verb) {

    private static final Set<String> READS = Set.of("SELECT", "VALUES", "TABLE", "SHOW", "DESCRIBE", "DESC", "EXPLAIN", "WITH");
    private static final Set<String> WRITES_ROWS = Set.of("INSERT", "UPDATE", "DELETE", "MERGE", "REPLACE", "WITH", "LOAD",
            "COPY", "IMPORT");
    /** Of the session only, or of the transaction, whose end is seen elsewhere. */
    private static final Set<String> SESSION = Set.of("SAVEPOINT", "RELEASE", "ROLLBACK", "COMMIT", "BEGIN", "START", "USE",
            "RESET", "DISCARD", "LISTEN", "PREPARE", "DEALLOCATE", "LOCK", "UNLOCK", "XA");
    private static final Set<String> SESSION_SETTINGS = Set.of("SCHEMA", "SEARCH_PATH", "LOCAL", "SESSION", "NAMES", "TIME",
            "TIMEZONE", "ROLE", "CONSTRAINTS", "TRANSACTION", "FOREIGN_KEY_CHECKS", "UNIQUE_CHECKS", "SQL_MODE",
            "LOCK_TIMEOUT", "STATEMENT_TIMEOUT", "CHARACTER", "CLIENT_ENCODING", "AUTOCOMMIT");
    private static final Set<String> PROGRAMS = Set.of("CALL", "DO", "EXEC", "EXECUTE", "DECLARE", "BEGIN", "RUNSCRIPT", "LOAD",
            "SOURCE");
    private static final Set<String> DEFINITIONS = Set.of("CREATE", "ALTER", "DROP", "TRUNCATE", "RENAME");
    private static final Set<String> ONE_BY_ONE = Set.of("DROP", "TRUNCATE", "RENAME", "GRANT", "REVOKE", "VACUUM", "REINDEX",
            "OPTIMIZE", "REPAIR", "CLUSTER", "FLUSH");
    /** Words before a parenthesis in a query that are no function, or one that changes nothing. */
    private static final Set<String> HARMLESS = Set.of("SELECT", "FROM", "WHERE", "AND", "OR", "NOT", "IN", "EXISTS", "ANY",
            "ALL", "SOME", "AS", "ON", "USING", "BY", "OVER", "VALUES", "UNION", "EXCEPT", "INTERSECT", "JOIN", "LATERAL",
            "THEN", "ELSE", "WHEN", "CASE", "DISTINCT", "WITH", "FILTER", "LIMIT", "COUNT", "SUM", "MIN", "MAX", "AVG",
            "COALESCE", "NULLIF", "LOWER", "UPPER", "LENGTH", "CHAR_LENGTH", "SUBSTRING", "SUBSTR", "TRIM", "LTRIM", "RTRIM",
            "CONCAT", "CAST", "CONVERT", "EXTRACT", "NOW", "ROUND", "FLOOR", "CEIL", "CEILING", "ABS", "MOD", "GREATEST",
            "LEAST", "VERSION", "DATABASE", "SCHEMA", "CURRENT_SCHEMA", "TO_REGCLASS", "VARCHAR", "CHAR", "NUMERIC", "DECIMAL",
            "CURRENT_TIMESTAMP", "EXPLAIN", "ROW_NUMBER", "RANK", "STRING_AGG", "GROUP_CONCAT", "REPLACE", "DATE", "YEAR",
            "MONTH", "DAY", "IF", "IFNULL");

    private static final Pattern PREPARES = Pattern.compile("^(PREPARE\\s+TRANSACTION|XA\\s+PREPARE)\\b");
    private static final Pattern ENDS_PREPARED = Pattern
            .compile("^((COMMIT|ROLLBACK)\\s+PREPARED|XA\\s+(COMMIT|ROLLBACK))\\b");
    private static final Pattern WORD = Pattern.compile("[A-Z_][A-Z0-9_]*+");
    private static final Pattern FUNCTION = Pattern.compile("\\b([A-Z_][A-Z0-9_.]*+)\\s*\\(");
    private static final Pattern CONDITIONAL = Pattern.compile("\\bIF\\s+(NOT\\s+)?EXISTS\\b");
    private static final Pattern SEVERAL = Pattern.compile(";\\s*\\S");
    private static final Pattern TEMPORARY = Pattern.compile("\\bTEMP(ORARY)?\\b");
    private static final Pattern CONCURRENTLY = Pattern.compile("\\bCONCURRENTLY\\b");
    private static final Pattern WRITES = Pattern.compile("\\b(INSERT|UPDATE|DELETE|MERGE|INTO)\\b(?!\\s+OF\\b)");
    private static final Pattern LOCKS = Pattern.compile("\\bFOR\\s+(NO\\s+KEY\\s+)?UPDATE\\b");
    private static final Pattern ONE_ROW = Pattern.compile("\\bVALUES\\s*\\([^()]*+\\)[^(]*+$");

    static StatementText of(String sql) {
        String bare = BareText.of(sql);
        Matcher first = WORD.matcher(bare);
        return new StatementText(bare, first.find() ? first.group() : "");
    }

    /** What a statement with a result set has done. */
    Effect whenAnswered() {
        if (!READS.contains(verb) || WRITES.matcher(LOCKS.matcher(bare).replaceAll(" ")).find()
                || verb.equals("EXPLAIN") && bare.contains("ANALYZE")) {
            return Effect.POSSIBLE;
        }
        Matcher function = FUNCTION.matcher(bare);
        while (function.find()) {
            if (!HARMLESS.contains(function.group(1))) {
                return Effect.POSSIBLE;
            }
        }
        return Effect.NONE;
    }

    /** What a statement without a result set has done that wrote no row. */
    Effect whenExecuted() {
        if (hasSeveral()) {
            return Effect.POSSIBLE;
        }
        if (READS.contains(verb) && !verb.equals("WITH")) {
            // without a result set: into a table or a file
            return Effect.POSSIBLE;
        }
        if (WRITES_ROWS.contains(verb) || SESSION.contains(verb)) {
            return Effect.NONE;
        }
        if (verb.equals("SET")) {
            Matcher word = WORD.matcher(bare);
            word.find();
            return bare.startsWith("SET @") && !bare.startsWith("SET @@")
                    || word.find() && SESSION_SETTINGS.contains(word.group())
                            && !bare.contains("GLOBAL") ? Effect.NONE : Effect.POSSIBLE;
        }
        return Effect.CERTAIN;
    }

    /** By how many it leaves more transactions than before that wait for their second phase. */
    int prepared() {
        return PREPARES.matcher(bare).find() ? 1 : ENDS_PREPARED.matcher(bare).find() ? -1 : 0;
    }

    boolean isConditional() {
        return CONDITIONAL.matcher(bare).find();
    }

    /** Whether it names several things, some of which may have been there. */
    boolean isList() {
        int depth = 0;
        for (int i = 0; i < bare.length(); i++) {
            char c = bare.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == ',' && depth == 0) {
                return true;
            }
        }
        return hasSeveral();
    }

    /** Whether it defines what lasts, which some databases commit at once. */
    boolean isDefinition() {
        return DEFINITIONS.contains(verb) && !TEMPORARY.matcher(bare).find();
    }

    /**
     * @param state the SQL state of its error, may be null
     * @return whether it may have done a part of its work when it failed, whatever the database
     */
    boolean mayFailHalfway(String state) {
        boolean refusedAtOnce = state != null && state.startsWith("42");
        return hasSeveral() || PROGRAMS.contains(verb) || ONE_BY_ONE.contains(verb) && isList()
                || CONCURRENTLY.matcher(bare).find() && !refusedAtOnce;
    }

    /** Whether it writes several rows, of which a table without transactions keeps those before the one that is refused. */
    boolean writesRows() {
        return WRITES_ROWS.contains(verb) && !(verb.equals("INSERT") && ONE_ROW.matcher(bare).find());
    }

    private boolean hasSeveral() {
        return SEVERAL.matcher(bare).find();
    }
}
