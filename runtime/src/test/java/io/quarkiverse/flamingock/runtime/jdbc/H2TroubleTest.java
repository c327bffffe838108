package io.quarkiverse.flamingock.runtime.jdbc;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;

class H2TroubleTest extends JdbcTroubleContract {

    H2TroubleTest() {
        super(TestDatabase.h2());
    }

    @Override
    protected String url(String hostAndPort, String name) {
        return hostAndPort == null ? "jdbc:h2:mem:" + name + ";IFEXISTS=TRUE" : "jdbc:h2:tcp://" + hostAndPort + "/mem:" + name;
    }

    @Override
    protected void createUser(String user, String password) throws SQLException {
        database.execute("CREATE USER " + user + " PASSWORD '" + password + "'");
    }

    @Override
    protected String readOnly() {
        try {
            String url = "jdbc:h2:file:" + Files.createTempDirectory("flamingock-h2").resolve("shop");
            DriverManager.getConnection(url, database.user(), database.password()).close();
            return url + ";ACCESS_MODE_DATA=r";
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
