/** Utterances without any sum of money, one a line. */
export const NO_AMOUNTS = `
  你好
  第二个
  第一种方法
  第3步
  第三方平台
  第2到第4步
  second
  2nd
  the 3rd option
  twenty-first
  2.5小时
  两个小时
  半小时
  30 minutes
  1 hr 15
  2 hours and 30
  which of the 3 for someone in a hurry
  5 mins
  24h
  48 hours
  two days
  3天
  三天到账
  T+1
  1-3 business days
  1到3个工作日
  7天无理由
  3个月
  十二期
  分12期
  30天免息
  尾号8888
  卡号尾号是1234
  card ending in 4242
  my card ends with 1234
  13812345678
  手机号13812345678
  call 400-820-8820
  订单号20240101123456
  6222021234567890123
  验证码 482913
  12个点
  8成
  三成
  九折
  百分之五
  12%
  0.6%
  千分之六
  万分之三
  5 percent
  3个点的手续费
  打八折
  3个人
  4个步骤
  127起
  三次
  两张卡
  两个账户
  两种方式
  一种方法
  3 steps
  2 accounts
  four ways
  three people
  a few times
  2024年
  2024年5月1日
  5月20日
  5月20号
  2024-05-01
  2024/5/1
  2024.05.01
  in 2024
  since 2023
  May 4th
  May 4, 2024
  10:30
  10点半
  上午9点
  下午三点二十
  8 o'clock
  8pm
  一下
  一样吗
  万一失败了怎么办
  万一不到账
  一直不到账
  一般多久到
  两边都可以吗
  千万别点
  千万不要相信
  百度一下
  我在四川
  一起
  一定安全吗
  一共多少
  一点都不懂
  一些平台
  十分感谢
  有一点贵
  零钱通可以吗
  微信零钱
  扫二维码
  第三方
  统一收费
  周一到账吗
  星期五
  唯一的办法
  一键提现
  一手资源
  登陆不上
  大陆用户
  陆续到账
  收拾
  one of them
  no one
  which one
  a
  an account
  the one you said
  one by one
  someone
  anyone can help
  which one is the best
  one more question
  it's a good one
  I have one question
  two questions
  百分百到账吗
  iphone15
  windows 11
  h5页面
  4g网络
  v2
  5g
  SCP-173
  version 2.3.1
  192.168.1.2
  2^5
  1:1
  一比一
  方案2
  步骤3
  方法一
  option 2
  step 3
  二选一
  三选一
  三分之一
  一半
  half of it
  一年
  两年前
  18岁
  他今年20岁
  100公里
  5斤
  10kg
  3楼
  5号线
  1号店
  一个亿万富翁
  https://example.com/?amount=5000
  user123@example.com
  看第5章第6节
  9.9分好评
  评分4.8分
  A座1203室
  QQ号 123456789
  微信号 abc123
  三星手机
  张三李四
  再三确认
  两难
  四舍五入
  乱七八糟
  五一节
  七夕
  八卦
  百三
  千六手续费
  万三的费率
  1/2
  two fifty
  three hundred people
  一千次
  不是5000
  not 5000
`;
