java -Dquickstart.mail-server-down=true \
     -jar integration-tests/quickstart/target/quarkus-app/quarkus-run.jar
