package io.quarkiverse.flamingock.runtime.jdbc.guard;

import java.math.BigDecimal;
import java.net.URL;
import java.sql.Array;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.Ref;
import java.sql.RowId;
import java.sql.SQLException;
import java.sql.SQLType;
import java.sql.SQLXML;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.Calendar;

/**
 * Passes on parameters that are values.
 */
abstract class DelegatingParameters extends WatchedStatement implements PreparedStatement {

    DelegatingParameters(PreparedStatement statement, Connection connection, Watch watch) {
        super(statement, connection, watch);
    }

    @Override
    abstract PreparedStatement statement();

    @Override
    public void setBoolean(int index, boolean value) throws SQLException {
        statement().setBoolean(index, value);
    }

    @Override
    public void setByte(int index, byte value) throws SQLException {
        statement().setByte(index, value);
    }

    @Override
    public void setShort(int index, short value) throws SQLException {
        statement().setShort(index, value);
    }

    @Override
    public void setInt(int index, int value) throws SQLException {
        statement().setInt(index, value);
    }

    @Override
    public void setLong(int index, long value) throws SQLException {
        statement().setLong(index, value);
    }

    @Override
    public void setFloat(int index, float value) throws SQLException {
        statement().setFloat(index, value);
    }

    @Override
    public void setDouble(int index, double value) throws SQLException {
        statement().setDouble(index, value);
    }

    @Override
    public void setBigDecimal(int index, BigDecimal value) throws SQLException {
        statement().setBigDecimal(index, value);
    }

    @Override
    public void setString(int index, String value) throws SQLException {
        statement().setString(index, value);
    }

    @Override
    public void setBytes(int index, byte[] value) throws SQLException {
        statement().setBytes(index, value);
    }

    @Override
    public void setDate(int index, Date value) throws SQLException {
        statement().setDate(index, value);
    }

    @Override
    public void setTime(int index, Time value) throws SQLException {
        statement().setTime(index, value);
    }

    @Override
    public void setTimestamp(int index, Timestamp value) throws SQLException {
        statement().setTimestamp(index, value);
    }

    @Override
    public void setObject(int index, Object value) throws SQLException {
        statement().setObject(index, value);
    }

    @Override
    public void setRef(int index, Ref value) throws SQLException {
        statement().setRef(index, value);
    }

    @Override
    public void setArray(int index, Array value) throws SQLException {
        statement().setArray(index, value);
    }

    @Override
    public void setURL(int index, URL value) throws SQLException {
        statement().setURL(index, value);
    }

    @Override
    public void setRowId(int index, RowId value) throws SQLException {
        statement().setRowId(index, value);
    }

    @Override
    public void setNString(int index, String value) throws SQLException {
        statement().setNString(index, value);
    }

    @Override
    public void setSQLXML(int index, SQLXML value) throws SQLException {
        statement().setSQLXML(index, value);
    }

    @Override
    public void setNull(int index, int type) throws SQLException {
        statement().setNull(index, type);
    }

    @Override
    public void setNull(int index, int type, String name) throws SQLException {
        statement().setNull(index, type, name);
    }

    @Override
    public void setObject(int index, Object value, int type) throws SQLException {
        statement().setObject(index, value, type);
    }

    @Override
    public void setObject(int index, Object value, int type, int scale) throws SQLException {
        statement().setObject(index, value, type, scale);
    }

    @Override
    public void setObject(int index, Object value, SQLType type) throws SQLException {
        statement().setObject(index, value, type);
    }

    @Override
    public void setObject(int index, Object value, SQLType type, int scale) throws SQLException {
        statement().setObject(index, value, type, scale);
    }

    @Override
    public void setDate(int index, Date value, Calendar calendar) throws SQLException {
        statement().setDate(index, value, calendar);
    }

    @Override
    public void setTime(int index, Time value, Calendar calendar) throws SQLException {
        statement().setTime(index, value, calendar);
    }

    @Override
    public void setTimestamp(int index, Timestamp value, Calendar calendar) throws SQLException {
        statement().setTimestamp(index, value, calendar);
    }
}
