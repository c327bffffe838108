package io.quarkiverse.flamingock.dev;

import java.sql.Connection;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;

/** Takes its time, and needs its connection afterwards. */
@Change(id = "add-later", author = "team", transactional = false)
public class _1__AddLater {

    @Apply
    void apply(Connection connection, Later later) throws Exception {
        connection.createStatement().execute("CREATE TABLE note (text VARCHAR(20))");
        later.await();
        connection.createStatement().execute("INSERT INTO note VALUES ('later')");
    }
}
