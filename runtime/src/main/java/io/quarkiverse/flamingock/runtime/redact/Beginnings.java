package io.quarkiverse.flamingock.runtime.redact;

import java.util.Map;
import java.util.Set;

/**
 * Whether an SQL statement begins at a word: by what follows it, or by where it stands.
 */
final class Beginnings {

    private static final Set<String> OBJECTS = Set.of("or", "temporary", "temp", "unique", "global", "local", "if", "public",
            "force", "foreign", "user", "role", "login", "group", "server", "database", "schema", "table", "index", "view",
            "function", "procedure", "trigger", "sequence", "type", "domain", "extension", "publication", "subscription",
            "materialized", "event", "definer", "aggregate", "policy", "rule", "tablespace", "certificate", "credential",
            "external", "master", "symmetric", "asymmetric", "application", "linked", "constant", "alias", "default", "system",
            "memory", "cached", "unlogged", "profile", "secret", "named");
    private static final Map<String, Set<String>> FOLLOWERS = Map.ofEntries(
            Map.entry("create", OBJECTS), Map.entry("alter", OBJECTS), Map.entry("drop", OBJECTS),
            Map.entry("insert", Set.of("into", "ignore", "overwrite", "all", "low_priority", "delayed")),
            Map.entry("replace", Set.of("into", "user")), Map.entry("merge", Set.of("into", "using")),
            Map.entry("delete", Set.of("from")), Map.entry("truncate", Set.of("table")),
            Map.entry("set", Set.of("password", "session", "global", "local", "role", "names")),
            Map.entry("identified", Set.of("by", "with", "as", "using", "via")),
            Map.entry("sql", Set.of("statement", "function")), Map.entry("batch", Set.of("entry")),
            Map.entry("query", Set.of("is")), Map.entry("values", Set.of("")));
    /** At the beginning of something only: elsewhere they are words like others. */
    private static final Set<String> VERBS = Set.of("select", "with", "call", "exec", "execute", "do", "declare", "begin",
            "copy", "values", "grant", "revoke", "set", "update", "comment", "upsert", "explain", "prepare", "insert",
            "replace",
            "delete", "merge");
    private static final Set<String> ACCOUNTS = Set.of("user", "role", "login", "group", "password");
    private static final Set<String> ABOUT_ACCOUNTS = Set.of("create", "alter", "replace", "set");

    private Beginnings() {
    }

    static boolean isStatement(Text text, int start, int end, String word) {
        int next = text.skipBlanks(end);
        Set<String> followers = FOLLOWERS.get(word);
        if (followers != null && (followers.contains(text.word(next)) && (text.isWord(next) || text.at(next) == '('))) {
            return true;
        }
        if (word.equals("update") && text.isWord(next)) {
            return text.word(text.skipBlanks(text.wordEnd(next))).equals("set") || begins(text, start);
        }
        return VERBS.contains(word) && next > end && begins(text, start);
    }

    static boolean isAccount(Text text, int end, String word) {
        return ABOUT_ACCOUNTS.contains(word) && ACCOUNTS.contains(text.word(text.skipBlanks(end)));
    }

    /** A capital and small letters begin a sentence. */
    private static boolean begins(Text text, int start) {
        if (text.isUpper(start) && !text.isUpper(start + 1)) {
            return false;
        }
        int before = text.skipBlanksBack(start - 1);
        return before < 0 || ":[({\"';=\n".indexOf(text.at(before)) >= 0;
    }
}
