java -Dquarkus.flamingock.verify=true -jar integration-tests/quickstart/target/quarkus-app/quarkus-run.jar
