package io.quarkiverse.flamingock.runtime.jdbc.dialect;

import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.List;
import java.util.Locale;

/**
 * Databases that speak the protocol of another one, and pass as it where a driver asks for the product. They differ in what
 * counts here: definitions in transactions, locks on rows, and how a session is found and ended. The text of their version
 * tells.
 */
public final class Impostors {

    private static final List<String> NAMES = List.of("CockroachDB", "YugabyteDB", "Redshift", "Greenplum", "Materialize",
            "CrateDB", "QuestDB", "RisingWave", "H2", "TiDB", "SingleStore", "Vitess", "OceanBase", "MemSQL", "Dolt",
            "StarRocks",
            "Doris");
    /** How the version of YugabyteDB is written. */
    private static final String YUGABYTE = "-YB-";

    private Impostors() {
    }

    /**
     * @param version what the database says of its version, may be null
     * @throws SQLException when it is another product than its driver says
     */
    public static void refuse(String version) throws SQLException {
        String name = version == null ? null : find(version);
        if (name != null) {
            throw new SQLFeatureNotSupportedException("The driver takes this database for another one, but its version says"
                    + " that it is " + name + " (" + version
                    + "). There is no dialect for it: it differs in transactions, locks"
                    + " and sessions, on which the extension relies");
        }
    }

    private static String find(String version) {
        if (version.contains(YUGABYTE)) {
            return "YugabyteDB";
        }
        String lower = version.toLowerCase(Locale.ROOT);
        for (String name : NAMES) {
            if (lower.contains(name.toLowerCase(Locale.ROOT))) {
                return name;
            }
        }
        return null;
    }
}
