package org.acme.accounts;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * Somebody who may use the application. Its table is made by changes only; Hibernate checks that it fits.
 */
@Entity
@Table(name = "account")
public class Account {

    @Id
    @Column(length = 50)
    public String login;

    /** Added by a later change, of the application. */
    @Column(nullable = false, length = 20)
    public String status;
}
