package io.quarkiverse.flamingock.runtime.jdbc;

class H2SchemaTest extends SearchPathContract {

    H2SchemaTest() {
        super(TestDatabase.h2());
    }

    @Override
    protected String current() {
        return "PUBLIC";
    }

    @Override
    protected String switchToOther() {
        return "SET SCHEMA " + database.quote(other);
    }

    @Override
    protected String lookInBoth() {
        return switchToOther() + ";SET SCHEMA_SEARCH_PATH " + database.quote(other) + ", PUBLIC";
    }
}
