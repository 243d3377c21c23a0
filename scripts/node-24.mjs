// Plain JavaScript of the oldest kind, so that an older Node can run it far enough to say what is wrong.
import process from 'node:process'

const major = Number(process.versions.node.split('.')[0])
if (major < 24) {
  process.stderr.write(
    `This needs Node 24 and found ${process.version}: run "npm ci" with install scripts allowed (it brings Node 24 along), or use Node 24 yourself.\n`,
  )
  process.exit(1)
}
