java -Dquarkus.flamingock.rebuild=true -jar integration-tests/quickstart/target/quarkus-app/quarkus-run.jar
