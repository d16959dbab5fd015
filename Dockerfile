# docker build -t zhengtu . && docker run --rm --user "$(id -u)" -v "$PWD:/data" zhengtu build /data/texts -o /data/output
FROM python:3.12-slim
COPY pyproject.toml README.md LICENSE NOTICE /src/
COPY kg /src/kg
COPY ontology /src/ontology
RUN pip install --no-cache-dir '/src[all]' && rm -rf /src && useradd --create-home reader
USER reader
WORKDIR /data
ENTRYPOINT ["zhengtu"]
CMD ["--help"]
