const required = require('@telecrm/client');

async function main() {
  const imported = await import('@telecrm/client');
  const { name } = await required.createSyncClient().getEnterpriseMetadata();
  console.log(
    JSON.stringify({ name, oneCopy: imported.createSyncClient === required.createSyncClient }),
  );
}

void main();
